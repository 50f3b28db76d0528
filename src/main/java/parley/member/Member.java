package parley.member;

import java.time.Instant;
import java.util.Set;
import parley.text.Language;

/**
 * A member with all data of the account. Never sent to clients as it is, because it contains
 * private data.
 *
 * @param passwordVersion increases with each new password; sessions with an older one have ended
 * @param image the path of the picture, or null
 * @param language of the mails
 * @param mentionMails whether the member gets mails about mentions
 * @param groups the ids of the groups that the member was put into; what the role includes is not
 *     among them
 */
public record Member(
    long id,
    String username,
    String email,
    boolean emailVerified,
    int passwordVersion,
    Role role,
    String image,
    String signature,
    Language language,
    boolean mentionMails,
    long topicCount,
    long replyCount,
    Instant createdAt,
    Set<Long> groups) {

  public Author asAuthor() {
    return Author.of(this);
  }
}
