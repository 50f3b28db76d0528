package parley.mail;

import io.vertx.ext.mail.SMTPException;
import java.util.stream.Stream;

/**
 * What a failure to hand a mail over means.
 *
 * @param permanent whether to try again would not help
 * @param words the server's answer, or what happened instead, on one line
 */
record SmtpFailure(boolean permanent, String words) {

  /**
   * What the client says of refusals that are about the mail itself. A 5xx to the greeting, the
   * sign-in or the sender's address is about us: it passes once an administrator has mended it.
   */
  private static final String[] OF_THE_MAIL = {
    "recipient address not accepted", "DATA command not accepted", "sending data failed"
  };

  static SmtpFailure of(Throwable failure) {
    var message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return new SmtpFailure(
        failure instanceof SMTPException answer
            && answer.isPermanent()
            && Stream.of(OF_THE_MAIL).anyMatch(message::startsWith),
        message.replaceAll("\\s+", " ").strip());
  }
}
