package parley.profile;

import io.vertx.core.Future;
import java.util.List;
import parley.access.Viewer;
import parley.member.Author;
import parley.member.Member;
import parley.member.MemberService;
import parley.topic.TopicService;

/** Public data of members. */
final class ProfileService {

  private final MemberService members;
  private final TopicService topics;

  ProfileService(MemberService members, TopicService topics) {
    this.members = members;
    this.topics = topics;
  }

  /** Fails with NOT_FOUND. */
  Future<PublicProfile> find(Viewer viewer, long id) {
    return members.get(id).compose(member -> profile(viewer, member));
  }

  Future<OwnProfile> own(Viewer viewer) {
    var member = viewer.signedIn();
    return profile(viewer, member)
        .map(profile -> new OwnProfile(profile, member.email(), member.emailVerified()));
  }

  Future<List<Author>> completions(String prefix) {
    return prefix.isBlank()
        ? Future.succeededFuture(List.of())
        : members.findByPrefix(prefix.strip());
  }

  private Future<PublicProfile> profile(Viewer viewer, Member member) {
    return topics.writtenBy(viewer, member).map(written -> PublicProfile.of(member, written));
  }
}
