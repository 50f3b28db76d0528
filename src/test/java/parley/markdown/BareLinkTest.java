package parley.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links and names are found before emphasis, and end where every language ends them. */
class BareLinkTest {

  private static Element body(String markdown, Mention... known) {
    String html = Render.html(markdown, known);
    HtmlSafety.assertSafe(html);
    return Jsoup.parseBodyFragment(html).body();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/psf/requests/blob/main/src/requests/__init__.py",
        "https://x.example/_foo_/bar",
        "https://x.example/a*b*c",
        "https://x.example/~ann~/",
        "https://x.example/~~ann~~/b",
        "http://localhost:8080/a_b_c",
        "https://x.example/(a)_(b)",
        "https://x.example/路径/_a_/",
        "https://例え.example/路",
        "https://x.example/?a=1&b=_2_&c",
        "https://ja.example/スティーブ・ジョブズ",
        "www.x.example/__a__/",
        "first_last_name_@x.example",
      })
  void anAddressIsOneWholeLink(String address) {
    for (String text :
        new String[] {
          "%s",
          "see %s.",
          "(%s)",
          "**%s**",
          "*%s*",
          "“%s”",
          "看%s，谢谢",
          "**see %s**",
          "*see %s*, and",
          "**%s**, and",
          "**看 %s**吧",
          "***%s***",
          "- **%s**",
          "> *%s*"
        }) {
      if (text.startsWith("看") && address.contains("@")) {
        continue;
      }
      Element body = body(text.formatted(address));
      assertThat(body.select("a").eachText()).as(text.formatted(address)).containsExactly(address);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "请看https://example.com，谢谢。还有https://example.com/a。 | https://example.com https://example.com/a",
        "（https://example.com/路径） | https://example.com/路径",
        "“https://example.com/” | https://example.com/",
        "«https://example.com/» | https://example.com/",
        "https://example.com/… | https://example.com/",
        "https://example.com/— yes | https://example.com/",
        "https://example.com/؟ | https://example.com/",
        "https://example.com/a、https://example.com/b | https://example.com/a https://example.com/b",
        "(https://example.com/a)吧 | https://example.com/a",
        "**看 https://example.com**然后 | https://example.com",
        "*https://example.com/a*b | https://example.com/a",
        "**https://example.com/a**b | https://example.com/a",
        "**https://example.com/a*b | https://example.com/a*b",
        "*https://example.com/a*/*https://example.com/b* | https://example.com/a https://example.com/b",
        "**https://example.com/a*b**、**https://example.com/c** | https://example.com/a*b https://example.com/c",
        "~~https://example.com/a~~b~~ | https://example.com/a~~b",
        "***https://example.com/a** b* | https://example.com/a",
        "[x https://example.com/a] | https://example.com/a",
        "https://example.com/a&lt;b | https://example.com/a",
      })
  void anAddressEndsBeforePunctuation(String text, String addresses) {
    assertThat(body(text).select("a").eachText()).containsExactly(addresses.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "@_foo_ hello, _foo_",
    "@__x__, __x__",
    "@_foo_, _foo_",
    ".@bob, bob",
    "@bob-, bob",
    "(@bob), bob",
    "谢谢@bob, bob",
    "x/@bob, bob",
    "_@bob_, bob",
  })
  void namesAreFoundBeforeEmphasis(String text, String name) {
    assertThat(body(text, new Mention(7, name)).select("a.mention").eachText())
        .containsExactly("@" + name);
  }

  @Test
  void severalNamesMayBeJoinedBySlashes() {
    assertThat(
            body("@bob/@carol", new Mention(1, "bob"), new Mention(2, "carol"))
                .select("a.mention")
                .eachText())
        .containsExactly("@bob", "@carol");
  }

  @Test
  void anUnknownNameMayHaveEmphasis() {
    assertThat(body("@_foo_ hello").select("em").text()).isEqualTo("foo");
  }

  @ParameterizedTest
  @CsvSource({
    "**中文（括号）**文字, strong, 中文（括号）",
    "他说**“引号”**文字, strong, “引号”",
    "**한국어(괄호)**는, strong, 한국어(괄호)",
    "これは**重要。**です, strong, 重要。",
    "前*（强调）*后, em, （强调）",
    "前~~删除。~~后, del, 删除。",
  })
  void emphasisWorksInTextWithoutSpaces(String text, String element, String words) {
    assertThat(body(text).select(element).eachText()).containsExactly(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100~200元，数量 5~10个", "H~2~O", "~a~"})
  void twoTildesAreNeededToStrike(String text) {
    assertThat(body(text).select("del")).isEmpty();
    assertThat(body(text).text()).isEqualTo(text);
  }
}
