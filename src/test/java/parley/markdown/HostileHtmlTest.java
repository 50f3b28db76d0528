package parley.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileHtmlTest {

  /** One attack a line; {@code \n}, {@code \t} and {@code \0} stand for the characters. */
  static List<String> attacks() throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                HostileHtmlTest.class.getResourceAsStream("hostile.txt"),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("## "))
          .map(line -> line.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void anAttackBecomesHarmless(String attack) {
    HtmlSafety.assertSafe(Render.html(attack));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void anAttackBetweenOtherTextBecomesHarmless(String attack) {
    HtmlSafety.assertSafe(
        Render.html(
            "# " + attack + "\n\n- " + attack + "\n\n| a |\n|---|\n| " + attack + " |\n\n> words"));
    HtmlSafety.assertSafe(Render.html("words <b>" + attack + "</b> *" + attack + "*"));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void sanitisingAgainChangesNothing(String attack) {
    String prefix = Render.PREFIX;
    String once = HtmlSanitiser.sanitise(attack, prefix);

    HtmlSafety.assertSafe(once);
    assertThat(HtmlSanitiser.sanitise(once, prefix)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void sanitisingWhatWasRenderedChangesNothing(String attack) {
    String once = Render.html(attack);

    assertThat(HtmlSanitiser.sanitise(once, Render.PREFIX)).isEqualTo(once);
  }

  @Test
  void scriptsAndStylesAreShownAsTheyWereTyped() {
    String text = "a <script>alert(1)</script><style>b{}</style> c";

    assertThat(Jsoup.parse(Render.html(text)).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a href=/ id=app>x</a>", "<li id=fn-1>x", "<p id=fn-0123456789ab-1>x"})
  void nobodyChoosesAnId(String markdown) {
    assertThat(Jsoup.parse(Render.html(markdown)).select("[id]")).isEmpty();
  }

  @Test
  void anIdOfAnotherPostsFootnotesIsDropped() {
    String another = "fn-ba9876543210-1";

    Document page =
        Jsoup.parse(Render.html("<a href=/ id=" + another + ">x</a> <ol><li id=" + another + ">"));

    assertThat(page.select("[id]")).isEmpty();
  }

  @Test
  void aClassOfOursOnForeignHtmlIsDropped() {
    String html =
        Render.html(
            "<a class=mention href=https://evil.example>@anna</a> <sup class=button>x</sup>"
                + " <code class=mention>y</code> <p class=footnotes>z</p>");

    assertThat(Jsoup.parse(html).select("[class]")).isEmpty();
  }
}
