package parley.mail.message;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import parley.text.Language;

/**
 * What a message is made of.
 *
 * @param messageId the left part of its Message-ID, the same at every attempt
 * @param template what its words are found by
 * @param data what the words speak of; {@code link} and {@code html}, where there are such, become
 *     the button and the quotation
 * @param unsubscribe the address that ends mails of this kind, with one click
 */
public record MessageContent(
    String messageId,
    String template,
    Language language,
    String recipient,
    Instant createdAt,
    Map<String, Object> data,
    Optional<String> unsubscribe) {}
