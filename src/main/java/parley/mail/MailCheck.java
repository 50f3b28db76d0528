package parley.mail;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Decides, when a mail is about to be sent, whether its member may still read what it tells. */
@FunctionalInterface
public interface MailCheck {

  /**
   * Why the mail must not be sent; empty where it may.
   *
   * @param data what the mail shows
   */
  Future<Optional<String>> objection(long memberId, JsonObject data);
}
