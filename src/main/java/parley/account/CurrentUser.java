package parley.account;

import java.time.Instant;
import parley.member.Member;
import parley.member.Role;
import parley.text.Language;

/** A member's own data, shown only to that member. */
record CurrentUser(
    long id,
    String username,
    String email,
    boolean emailVerified,
    Role role,
    String image,
    String signature,
    Language language,
    boolean mentionMails,
    Instant createdAt) {

  static CurrentUser of(Member member) {
    return new CurrentUser(
        member.id(),
        member.username(),
        member.email(),
        member.emailVerified(),
        member.role(),
        member.image(),
        member.signature(),
        member.language(),
        member.mentionMails(),
        member.createdAt());
  }
}
