package parley.mail.message;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import parley.text.Language;

/**
 * The input for a message.
 *
 * @param messageId the left part of its Message-ID, the same for every attempt
 * @param template the name of its sentences
 * @param data the values for the sentences; {@code link} and {@code html}, if present, become the
 *     button and the quotation
 * @param unsubscribe the one-click unsubscribe address for mails of this kind
 */
public record MessageContent(
    String messageId,
    String template,
    Language language,
    String recipient,
    Instant createdAt,
    Map<String, Object> data,
    Optional<String> unsubscribe) {}
