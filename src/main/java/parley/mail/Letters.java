package parley.mail;

import io.vertx.ext.mail.MailMessage;
import java.util.Optional;
import parley.mail.message.Composer;
import parley.mail.message.Letter;

/** Makes messages of what the outbox holds. */
final class Letters {

  private final Composer composer;
  private final UnsubscribeLinks unsubscribe;

  Letters(Composer composer, UnsubscribeLinks unsubscribe) {
    this.composer = composer;
    this.unsubscribe = unsubscribe;
  }

  /** Blocks for as long as the quoted post is large. */
  MailMessage write(DueMail mail) {
    return composer.compose(
        new Letter(
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
