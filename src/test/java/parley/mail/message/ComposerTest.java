package parley.mail.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import parley.mail.Mails;
import parley.mail.message.MessageContent.Unsubscribe;
import parley.text.Language;

class ComposerTest {

  private static final Map<String, Object> DATA =
      Map.of(
          "username", "<b>Ann</b>",
          "author", "Bob & Co",
          "title", "\"A\" <script>",
          "link", "https://f.example/x?a=1&b=2",
          "minutes", 30);

  private static final Optional<String> POST = Optional.of("<p>Hello</p>");
  private static final Optional<Unsubscribe> UNSUBSCRIBE =
      Optional.of(new Unsubscribe("https://f.example/stop", "remarks"));

  private final Composer composer =
      new Composer(
          "The <i>Forum</i>", "https://f.example", "f@f.example", Phrases.of(List.of(Mails.class)));

  private static MessageContent letter(
      String template, Language language, Map<String, Object> data) {
    return new MessageContent(
        "id", template, language, "a@b.example", Instant.EPOCH, data, POST, UNSUBSCRIBE);
  }

  @Test
  void whatPeopleChoseIsEscapedInTheHtmlAndNotInTheText() {
    var message = composer.compose(letter("remark", Language.EN, DATA));
    var page = Jsoup.parse(message.getHtml());
    assertThat(page.select("script, b, i")).isEmpty();
    assertThat(page.text())
        .contains("Hello <b>Ann</b>,", "Bob & Co made a remark on “\"A\" <script>”");
    assertThat(page.select("a").eachAttr("href"))
        .isEqualTo(
            List.of("https://f.example/x?a=1&b=2", "https://f.example/stop", "https://f.example"));
    assertThat(message.getText()).contains("Hello <b>Ann</b>,", "https://f.example/x?a=1&b=2");
  }

  @Test
  void aMailThatLacksWhatItsWordsSpeakOfIsNotWritten() {
    assertThatThrownBy(() -> composer.compose(letter("remark", Language.EN, Map.of())))
        .hasMessageContaining("username");
    assertThatThrownBy(() -> composer.compose(letter("unknown", Language.EN, DATA)))
        .hasMessage("no sentence for unknown.subject in en");
  }

  @Test
  void theLinkThatStopsMailsSaysWhich() {
    assertThat(composer.compose(letter("remark", Language.EN, DATA)).getText())
        .contains("No more remarks: https://f.example/stop");
    assertThat(composer.compose(letter("remark", Language.ZH_CN, DATA)).getText())
        .contains("不再接收评论邮件: https://f.example/stop");
  }

  @Test
  void aFeatureWithoutWordsIsRefused() {
    assertThatThrownBy(() -> Phrases.of(List.of(Phrases.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("beside parley.mail.message.Phrases");
  }
}
