package parley.mail;

import io.vertx.ext.mail.MailMessage;
import java.util.Optional;
import parley.mail.message.Composer;
import parley.mail.message.MessageContent;

/** Creates messages from the rows of the outbox. */
final class MailBuilder {

  private final Composer composer;
  private final UnsubscribeLinks unsubscribe;

  MailBuilder(Composer composer, UnsubscribeLinks unsubscribe) {
    this.composer = composer;
    this.unsubscribe = unsubscribe;
  }

  /** Blocks; the time grows with the quoted post. */
  MailMessage write(DueMail mail) {
    return composer.compose(
        new MessageContent(
            mail.messageId(),
            mail.kind(),
            mail.language(),
            mail.recipient(),
            mail.createdAt(),
            mail.data().getMap(),
            mail.isOf(MailKind.MENTION)
                ? Optional.of(unsubscribe.of(mail.memberId()))
                : Optional.empty()));
  }
}
