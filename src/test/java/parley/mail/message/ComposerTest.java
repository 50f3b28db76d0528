package parley.mail.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.mail.MailKind;
import parley.text.Language;

class ComposerTest {

  private static final Map<String, Object> DATA =
      Map.of(
          "username", "<b>Ann</b>",
          "author", "Bob & Co",
          "title", "\"A\" <script>",
          "html", "<p>Hello</p>",
          "link", "https://f.example/x?a=1&b=2",
          "minutes", 30);

  private final Composer composer =
      new Composer("The <i>Forum</i>", "https://f.example", "f@f.example");

  private static MessageContent letter(
      String template, Language language, Map<String, Object> data) {
    return new MessageContent(
        "id", template, language, "a@b.example", Instant.EPOCH, data, Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(MailKind.class)
  void everyKindHasItsWordsInEveryLanguage(MailKind kind) {
    for (var language : Language.values()) {
      var message =
          composer.compose(letter(kind.name().toLowerCase(java.util.Locale.ROOT), language, DATA));
      assertThat(message.getText()).doesNotContain("{{", "}}").contains("-- \n");
      assertThat(message.getHtml()).doesNotContain("{{", "}}");
    }
  }

  @Test
  void whatPeopleChoseIsEscapedInTheHtmlAndNotInTheText() {
    var message = composer.compose(letter("mention", Language.EN, DATA));
    var page = Jsoup.parse(message.getHtml());
    assertThat(page.select("script, b, i")).isEmpty();
    assertThat(page.text())
        .contains("Hello <b>Ann</b>,", "Bob & Co mentioned you in “\"A\" <script>”");
    assertThat(page.select("a").eachAttr("href"))
        .isEqualTo(List.of("https://f.example/x?a=1&b=2", "https://f.example"));
    assertThat(message.getText()).contains("Hello <b>Ann</b>,", "https://f.example/x?a=1&b=2");
  }

  @Test
  void aMailThatLacksWhatItsWordsSpeakOfIsNotWritten() {
    assertThatThrownBy(() -> composer.compose(letter("mention", Language.EN, Map.of())))
        .hasMessageContaining("username");
    assertThatThrownBy(() -> composer.compose(letter("unknown", Language.EN, DATA)))
        .hasMessage("no sentence for unknown.subject in en");
  }
}
