package parley.mail;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Decides, immediately before a mail is sent, whether its member may still read its content. */
@FunctionalInterface
public interface MailCheck {

  /**
   * The reason why the mail must not be sent; empty if it may be sent.
   *
   * @param data the values in the mail
   */
  Future<Optional<String>> objection(long memberId, JsonObject data);
}
