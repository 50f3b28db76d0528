package parley.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.mail.MailKind;
import parley.mail.message.MessageContent.Unsubscribe;
import parley.text.Language;

/** A feature's mails as they are written. */
public final class Written {

  private Written() {}

  /**
   * Writes a mail of the kind in every language.
   *
   * @param data all that the feature gives to such mails
   */
  public static void inEveryLanguage(MailKind kind, Map<String, Object> data) {
    var phrases = Phrases.of(List.of(kind.owner()));
    var composer = new Composer("Forum", "https://f.example", "f@f.example", phrases);
    for (var language : Language.values()) {
      var message =
          composer.compose(
              new MessageContent(
                  "id",
                  kind.word(),
                  language,
                  "a@b.example",
                  Instant.EPOCH,
                  data,
                  kind.quotesPost() ? Optional.of("<p>Hello</p>") : Optional.empty(),
                  kind.wish().map(wish -> new Unsubscribe("https://f.example/stop", wish.word()))));
      assertThat(message.getText()).doesNotContain("{{", "}}").contains("-- \n");
      assertThat(message.getHtml()).doesNotContain("{{", "}}");
    }
  }
}
