package parley.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.member.Member;
import parley.member.Role;
import parley.text.Language;

/**
 * A member's own data, shown only to that member.
 *
 * @param permissions the names of the member's permissions, except those in boards
 * @param pendingEmail the requested address, which takes effect once it is verified; null for none
 */
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
    Instant createdAt,
    List<String> permissions,
    @Nullable String pendingEmail) {

  static CurrentUser of(Member member, List<String> permissions, @Nullable String pendingEmail) {
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
        member.createdAt(),
        permissions,
        pendingEmail);
  }
}
