package parley.member;

import java.time.Instant;
import parley.text.Language;

/**
 * A member with all data of the account. Never sent to clients as it is, because it contains
 * private data.
 *
 * @param passwordVersion increases with each new password; sessions with an older one have ended
 * @param image the path of the picture, or null
 * @param the language of the mails
 * @param mentionMails whether the member gets mails about mentions
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
    Instant createdAt) {

  public Author asAuthor() {
    return new Author(id, username, image);
  }
}
