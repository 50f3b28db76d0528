package parley.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownFeaturesTest {

  private static Element body(String markdown) {
    String html = Render.html(markdown);
    HtmlSafety.assertSafe(html);
    return Jsoup.parseBodyFragment(html).body();
  }

  @Test
  void headingsEmphasisAndQuotesAreRendered() {
    Element body = body("# One\n\nTwo *three* **four**\n\n> five\n\n---\n");

    assertThat(body.select("h3").text()).isEqualTo("One");
    assertThat(body.select("p > em").text()).isEqualTo("three");
    assertThat(body.select("p > strong").text()).isEqualTo("four");
    assertThat(body.select("blockquote > p").text()).isEqualTo("five");
    assertThat(body.select("hr")).hasSize(1);
  }

  @Test
  void anOrderedListKeepsItsFirstNumber() {
    assertThat(body("7. a\n8. b").select("ol").attr("start")).isEqualTo("7");
  }

  @Test
  void tablesKeepTheirAlignment() {
    Element body = body("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |");

    assertThat(body.select("thead th").eachText()).containsExactly("a", "b", "c");
    assertThat(body.select("tbody td").eachAttr("align"))
        .containsExactly("left", "center", "right");
  }

  @Test
  void struckTextIsRendered() {
    assertThat(body("~~gone~~").select("del").text()).isEqualTo("gone");
  }

  @Test
  void tasksAreBoxesThatNobodyCanTick() {
    Element body = body("- [x] done\n- [ ] open");

    assertThat(body.select("li > input[type=checkbox][disabled]").eachAttr("aria-label"))
        .containsExactly("Completed task", "Incomplete task");
    assertThat(body.select("input[checked]")).hasSize(1);
  }

  @Test
  void bareAddressesBecomeLinks() {
    Element body = body("See https://a.example/b?c=d&e, www.f.example and g@h.example.");

    assertThat(body.select("a").eachAttr("href"))
        .containsExactly("https://a.example/b?c=d&e", "http://www.f.example", "mailto:g@h.example");
    assertThat(body.select("a").eachAttr("rel")).containsOnly("nofollow ugc noopener").hasSize(3);
  }

  @Test
  void linksWithinTheForumAreFollowed() {
    Element link = body("[x](/topic/7#floor-3 \"title\")").selectFirst("a");

    assertThat(link.attr("href")).isEqualTo("/topic/7#floor-3");
    assertThat(link.attr("title")).isEqualTo("title");
    assertThat(link.hasAttr("rel")).isFalse();
  }

  @Test
  void addressesInOtherScriptsAreLinks() {
    assertThat(body("[x](https://例え.example/路?問=答)").select("a").attr("href"))
        .isEqualTo("https://%E4%BE%8B%E3%81%88.example/%E8%B7%AF?%E5%95%8F=%E7%AD%94");
  }

  @Test
  void aLinkThatCannotLeadAnywhereIsShownAsItWasTyped() {
    Element body = body("[the *guide*](docs/guide.md 'x')");

    assertThat(body.select("a")).isEmpty();
    assertThat(body.select("em").text()).isEqualTo("guide");
    assertThat(body.text()).isEqualTo("[the guide](docs/guide.md 'x')");
  }

  @Test
  void picturesAreLoadedLateAndDiscreetly() {
    Element picture = body("![a cat](/api/images/0a1b.png \"Tom\")").selectFirst("img");

    assertThat(picture.attr("src")).isEqualTo("/api/images/0a1b.png");
    assertThat(picture.attr("alt")).isEqualTo("a cat");
    assertThat(picture.attr("title")).isEqualTo("Tom");
    assertThat(picture.attr("loading")).isEqualTo("lazy");
    assertThat(picture.attr("referrerpolicy")).isEqualTo("no-referrer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"js", "c++", "c#", "objective-c", "asp.net", "x_y"})
  void codeNamesItsLanguage(String language) {
    Element code = body("```" + language + " a=b {1,3}\n<b>\n```").selectFirst("pre > code");

    assertThat(code.className()).isEqualTo("language-" + language);
    assertThat(code.wholeText()).isEqualTo("<b>\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "a<b", "ünï", "{.python}", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
  void aStrangeLanguageIsTheFirstLine(String language) {
    Element code = body("```" + language + "\nx\n```").selectFirst("pre > code");

    assertThat(code.hasAttr("class")).isFalse();
    assertThat(code.wholeText()).isEqualTo(language + "\nx\n");
  }

  @Test
  void wordsAfterALanguageAreTheFirstLine() {
    Element code = body("```js let x = 1;\ny\n```").selectFirst("pre > code");

    assertThat(code.className()).isEqualTo("language-js");
    assertThat(code.wholeText()).isEqualTo("js let x = 1;\ny\n");
  }

  @Test
  void codeIsShownAsItWasWritten() {
    String code = "a && b || '{{c}}' < \"d\" \\ `e` @f 😀 \u200D\t=\n\n  g\n";

    assertThat(body("~~~\n" + code + "~~~").selectFirst("code").wholeText()).isEqualTo(code);
  }

  @Test
  void theHarmlessHtmlOfReadmesIsKept() {
    Element body =
        body(
            """
            <p align="center"><img src="https://a.example/b.png" width="50%" alt="c"><br>d</p>

            <details><summary>e</summary>

            *f* <kbd>g</kbd> h<sub>i</sub> j<sup>k</sup>

            </details>

            <table><tr><td colspan="2">l</td></tr></table>
            """);

    assertThat(body.select("p[align=center] > img[width=50%] + br")).hasSize(1);
    assertThat(body.select("details > summary").text()).isEqualTo("e");
    assertThat(body.select("details > p > em, details kbd, details sub, details sup").eachText())
        .containsExactly("f", "g", "i", "k");
    assertThat(body.select("td[colspan=2]").text()).isEqualTo("l");
  }

  @Test
  void unknownElementsAreShownAsTheyWereTyped() {
    String text = "<font color=red>a</font> <center>b</center> <foo>c</foo> <select>d";
    Element body = body(text);

    assertThat(body.text()).isEqualTo(text);
    assertThat(body.select("p *")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\0", "\u0007\u001B[31m", "\u202Eabc", "\uD83D", "\uFFFF"})
  void strangeCharactersAreSafe(String source) {
    body(source);
    body("*" + source + "* `" + source + "`");
  }
}
