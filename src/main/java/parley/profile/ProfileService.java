package parley.profile;

import io.vertx.core.Future;
import java.util.List;
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
  Future<PublicProfile> find(long id) {
    return members.get(id).compose(this::profile);
  }

  Future<OwnProfile> own(Member member) {
    return profile(member)
        .map(profile -> new OwnProfile(profile, member.email(), member.emailVerified()));
  }

  Future<List<Author>> completions(String prefix) {
    return prefix.isBlank()
        ? Future.succeededFuture(List.of())
        : members.findByPrefix(prefix.strip());
  }

  private Future<PublicProfile> profile(Member member) {
    return topics
        .recentTopicsOf(member.id())
        .compose(
            recentTopics ->
                topics
                    .recentRepliesOf(member.id())
                    .map(replies -> PublicProfile.of(member, recentTopics, replies)));
  }
}
