package parley.mail;

import io.vertx.ext.mail.MailMessage;
import java.util.Optional;
import parley.mail.message.Composer;
import parley.mail.message.MessageContent;

/** Makes messages of what the outbox holds. */
final class MailBuilder {

  private final Composer composer;
  private final UnsubscribeLinks unsubscribe;

  MailBuilder(Composer composer, UnsubscribeLinks unsubscribe) {
    this.composer = composer;
    this.unsubscribe = unsubscribe;
  }

  /** Blocks for as long as the quoted post is large. */
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
