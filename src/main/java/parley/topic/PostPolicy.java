package parley.topic;

import java.util.Optional;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.Author;
import parley.member.Member;

/** Who may do what with topics and replies: authors with their own, moderators with any. */
final class PostPolicy {

  private PostPolicy() {}

  static TopicPermissions topic(Optional<Member> caller, Author author) {
    var may = mayChange(caller, author);
    return new TopicPermissions(caller.isPresent(), may, may);
  }

  static ReplyPermissions reply(Optional<Member> caller, Author author) {
    var may = mayChange(caller, author);
    return new ReplyPermissions(may, may);
  }

  /** Throws FORBIDDEN where the caller may neither edit nor delete what this author wrote. */
  static void requireChange(Member caller, Author author) {
    if (!mayChange(Optional.of(caller), author)) {
      throw ForumException.of(Kind.FORBIDDEN, "Only its author or a moderator may do this.");
    }
  }

  private static boolean mayChange(Optional<Member> caller, Author author) {
    return caller
        .filter(member -> member.id() == author.id() || member.role().moderates())
        .isPresent();
  }
}
