package parley.like;

import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.bus.ClientEvents;
import parley.config.Config.Role;
import parley.config.Section;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.feature.Service;
import parley.http.GuestPages;
import parley.http.Kept;
import parley.http.Operations;
import parley.journal.Journal;
import parley.limit.Limit;
import parley.limit.RateLimits;
import parley.member.Author;
import parley.member.MemberEvents;
import parley.notification.NotificationKind;
import parley.notification.NotificationService;
import parley.notification.Notifications;
import parley.paging.Page;
import parley.personal.PersonalData;
import parley.post.Posts;
import parley.topic.TopicEvents;
import parley.topic.TopicService;
import parley.topic.TopicTags;

/** Members like topics and replies of others. */
public final class Likes implements Feature {

  /** How often a member may like or take a like back. */
  public static final Section<Limit> LIMIT = new Section<>("limits.like", Limit.class);

  /** The tag of all lists of likes. */
  private static final String ALL = "likes";

  private static final PersonalData DATA =
      new PersonalData(
          "likes",
          Set.of("post_like.member_id"),
          """
          SELECT IF(kind = 0, 'topic', 'reply') AS kind, post_id AS postId, created_at AS createdAt
          FROM post_like WHERE member_id = ? ORDER BY created_at
          """,
          List.of(
              """
              UPDATE post_likes c JOIN post_like l
                ON l.kind = c.kind AND l.post_id = c.post_id AND l.member_id = ?
              SET c.likes = c.likes - 1
              """,
              "DELETE FROM post_like WHERE member_id = ?"));

  private static final NotificationKind KIND = new NotificationKind("like", true);

  private final EventBus bus;
  private final LikeNotices notices;
  private final LikeService service;
  private final LikeRoutes routes;

  public Likes(
      Ground ground,
      TopicService topics,
      Journal journal,
      RateLimits limits,
      NotificationService notifications) {
    this.bus = ground.vertx().eventBus();
    this.service = new LikeService(ground.database(), topics, journal, bus, ground.clock());
    this.notices = new LikeNotices(KIND, notifications, topics);
    this.routes = new LikeRoutes(service, limits, ground.settings().section(LIMIT));
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(Operations.POINT, routes::bind)
        .add(Posts.FACETS, service)
        .add(Posts.MOVING, service)
        .add(Notifications.KINDS, KIND)
        .add(Journal.READERS, notices.reader())
        .add(GuestPages.POINT, kept("listTopicLikes"))
        .add(GuestPages.POINT, kept("listReplyLikes"))
        .add(PersonalData.POINT, DATA)
        .add(Service.POINT, Service.in(Role.CHAT, this::tellClients));
  }

  /** Caches the list of members who like a post; the topic's page shows only their number. */
  private static Kept<?> kept(String operation) {
    return new Kept<>(operation, Page.class, Likes::tags)
        .droppedBy(LikeChanged.CHANNEL, event -> Set.of(ALL, TopicTags.of(event.topicId())))
        .droppedBy(TopicEvents.CHANNEL, event -> Set.of(ALL))
        .droppedBy(MemberEvents.CHANGED, event -> Set.of(Author.tag(event.memberId())));
  }

  private static Set<String> tags(Page<?> page) {
    var tags = new HashSet<String>();
    tags.add(ALL);
    page.items().forEach(member -> tags.add(((Author) member).tag()));
    return tags;
  }

  /** Publishes changes to clients that show the topic; each process serves its own clients. */
  private AutoCloseable tellClients() {
    var clients = new ClientEvents(bus);
    var events =
        LikeChanged.CHANNEL.subscribe(
            bus,
            event ->
                clients.publishHere(
                    TopicEvents.address(event.topicId()), event.boardId(), toClients(event)));
    events.completion().await();
    return () -> events.unregister().await();
  }

  private static JsonObject toClients(LikeChanged event) {
    return JsonObject.of(
        "type", "liked",
        "topicId", event.topicId(),
        "replyId", event.replyId(),
        "likes", event.likes());
  }
}
