package parley.member;

import java.time.Instant;
import java.util.Set;
import parley.text.Language;

/**
 * Somebody with an account, as the server knows them. Never sent as it is: it holds what only its
 * owner may see.
 *
 * @param passwordVersion grows with each new password; sessions of an older one are over
 * @param image the path of the picture, or null
 * @param language of the mails
 * @param mentionMails whether mails tell of mentions
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
    return new Author(id, username, image);
  }
}
