package parley.mail.message;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import parley.text.Language;

/**
 * The input for a message.
 *
 * @param messageId the left part of its Message-ID, the same at every attempt
 * @param template what its words are found by
 * @param data what the words speak of; a {@code link} becomes the button
 * @param post the HTML of a post that it quotes
 * @param unsubscribe how mails of this kind are stopped with one click
 */
public record MessageContent(
    String messageId,
    String template,
    Language language,
    String recipient,
    Instant createdAt,
    Map<String, Object> data,
    Optional<String> post,
    Optional<Unsubscribe> unsubscribe) {

  /**
   * A link that switches such mails off.
   *
   * @param link the address that does it
   * @param wish the prefix of the keys of the link's sentences
   */
  public record Unsubscribe(String link, String wish) {}
}
