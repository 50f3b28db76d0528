package parley.member;

import java.time.Instant;
import parley.text.Language;

/**
 * Somebody with an account, as the server knows them. Never sent as it is: it holds what only its
 * owner may see.
 *
 * @param passwordVersion grows with each new password; sessions of an older one are over
 * @param image the path of the picture, or null
 * @param language of the mails
 * @param mentionMails whether mails tell of mentions
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
