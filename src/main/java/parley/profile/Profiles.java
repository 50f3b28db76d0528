package parley.profile;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import parley.feature.Feature;
import parley.feature.Parts;
import parley.http.ClientPage;
import parley.http.GuestPages;
import parley.http.Kept;
import parley.http.Operations;
import parley.http.PageHead;
import parley.http.Pages;
import parley.member.Author;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.topic.TopicEvent;
import parley.topic.TopicEvents;
import parley.topic.TopicService;

/** Members as others see them. */
public final class Profiles implements Feature {

  /** The tag of all profiles. */
  private static final String ALL = "profiles";

  private final MemberService members;
  private final ProfileRoutes routes;

  public Profiles(MemberService members, TopicService topics) {
    this.members = members;
    this.routes = new ProfileRoutes(members, topics);
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(Operations.POINT, routes::bind)
        .add(
            GuestPages.POINT,
            new Kept<>("getUser", PublicProfile.class, Profiles::tags)
                .droppedBy(TopicEvents.CHANNEL, Profiles::changed)
                .droppedBy(MemberEvents.CHANGED, event -> Set.of(Author.tag(event.memberId()))))
        .add(Pages.CHECKED, ClientPage.numbered("/user/(\\d+)", (viewer, id) -> head(id)))
        .add(Pages.CLIENT, "/profile");
  }

  private Future<Optional<PageHead>> head(long id) {
    return members
        .find(id)
        .map(found -> found.map(member -> new PageHead(member.username(), member.signature())));
  }

  private static Set<String> tags(PublicProfile profile) {
    return Set.of(ALL, Author.tag(profile.id()));
  }

  /** Profiles name the topics that a member replied to. */
  private static Set<String> changed(TopicEvent event) {
    return Set.of(event.concernsRepliers() ? ALL : Author.tag(event.authorId()));
  }
}
