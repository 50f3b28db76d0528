package parley.mail;

import io.vertx.ext.mail.SMTPException;
import java.util.stream.Stream;

/**
 * The meaning of a failed delivery.
 *
 * @param permanent true if a retry cannot help
 * @param words the server's answer, or the error, on one line
 */
record SmtpFailure(boolean permanent, String words) {

  /**
   * The mail client's messages for refusals of the mail itself. A 5xx to the greeting, the sign-in
   * or the sender's address concerns our configuration, and ends when an administrator has fixed
   * it.
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
