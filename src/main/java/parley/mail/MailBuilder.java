package parley.mail;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.mail.MailMessage;
import java.util.Optional;
import parley.mail.message.Composer;
import parley.mail.message.MessageContent;
import parley.mail.message.MessageContent.Unsubscribe;

/** Creates messages from the rows of the outbox. */
final class MailBuilder {

  /** What a quoted post is called in the data. */
  private static final String POST = "html";

  private final Composer composer;
  private final UnsubscribeLinks unsubscribe;

  MailBuilder(Composer composer, UnsubscribeLinks unsubscribe) {
    this.composer = composer;
    this.unsubscribe = unsubscribe;
  }

  /** Blocks for as long as the quoted post is large. */
  MailMessage write(DueMail mail, MailKind kind) {
    return composer.compose(
        new MessageContent(
            mail.messageId(),
            kind.word(),
            mail.language(),
            mail.recipient(),
            mail.createdAt(),
            without(POST, mail.data()).getMap(),
            kind.quotesPost() ? Optional.ofNullable(mail.data().getString(POST)) : Optional.empty(),
            kind.wish()
                .map(wish -> new Unsubscribe(unsubscribe.of(mail.memberId(), wish), wish.word()))));
  }

  private static JsonObject without(String key, JsonObject data) {
    var rest = data.copy();
    rest.remove(key);
    return rest;
  }
}
