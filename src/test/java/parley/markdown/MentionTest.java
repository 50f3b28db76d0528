package parley.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionTest {

  private static final Mention ANNA = new Mention(7, "Anna");
  private static final Mention MING = new Mention(8, "小明");

  private static Element body(String markdown, Mention... known) {
    String html = Render.html(markdown, known);
    HtmlSafety.assertSafe(html);
    return Jsoup.parseBodyFragment(html).body();
  }

  private static Iterable<Long> mentioned(String markdown, Mention... known) {
    return Render.RENDERER.parse(markdown).resolve(Render.byName(known)).addressed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@anna",
        "Hello @ANNA!",
        "(@anna)",
        "**@anna**",
        "_@anna_",
        "*@anna*,",
        "~~@anna~~",
        "\"@anna\"",
        "cc:@anna",
        "＠ａｎｎａ",
        "> @anna: yes",
        "# @anna",
        "- [ ] @anna",
        "| a |\n|---|\n| @anna |",
        "a[^1]\n\n[^1]: @anna",
        "你好@anna",
        "@anna你好",
        "@anna.",
        "x.@anna",
        "x/@anna",
        ".@anna",
        "[@anna]",
        "@anna-",
        "@anna_ x",
        "@anna--",
        "__@anna__",
        "**@anna**你好",
        "*see @anna*",
        "<b>@anna</b>",
        "<code>x</code> @anna",
        "<div>\n\n@anna\n\n</div>",
      })
  void aKnownNameLinksToTheProfileUnderItsCurrentSpelling(String markdown) {
    Element body = body(markdown, ANNA);

    assertThat(body.select("a.mention[href=/user/7]").text()).isEqualTo("@Anna");
    assertThat(mentioned(markdown, ANNA)).containsExactly(7L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`@anna`",
        "```\n@anna\n```",
        "    @anna",
        "[@anna](https://x.example)",
        "[x @anna y](/user/9)",
        "![@anna](https://x.example/y.png)",
        "<https://x.example/@anna>",
        "https://x.example/@anna",
        "https://x.example/?to=@anna",
        "https://x.example/(@anna)",
        "me@anna",
        "me@anna.example",
        "é@anna",
        "1@anna",
        "a_@anna",
        "@@anna",
        "@anna@host.example",
        "@anna/package",
        "medium.example/@anna",
        "see x.example/a/@anna.",
        "http://x.example/@anna_",
        "@anna@host.example",
        "@ anna",
        "@annabel",
        "@anna-b",
        "@anna_b",
        "@anna2",
        "@annaé",
        "@anna\u0301",
        "\\@anna",
        "<code>@anna</code>",
        "<a href=https://x.example>@anna</a>",
        "<PRE>@anna</PRE>",
        "<b title=@anna>x</b>",
        "<!-- @anna -->",
        "[x]: /y \"@anna\"",
      })
  void nobodyIsMentionedInCodeLinksAddressesAndLongerNames(String markdown) {
    assertThat(body(markdown, ANNA).select("a.mention")).isEmpty();
    assertThat(mentioned(markdown, ANNA)).isEmpty();
  }

  @Test
  void anUnknownNameStaysAsItWasWritten() {
    Element body = body("Hi @Bob_2, \\@anna", ANNA);

    assertThat(body.html()).isEqualTo("<p dir=\"auto\">Hi @Bob_2, @anna</p>");
  }

  @ParameterizedTest
  @CsvSource({
    "@小明你好, 8, 你好",
    "@小明你好。, 8, 你好。",
    "谢谢@小明, 8, ''",
    "＠小明さん, 8, さん",
    "@小明, 8, ''",
  })
  void aNameEndsWithinUnspacedTextWhereSomebodyIsKnown(String text, long id, String rest) {
    Element link = body(text, MING).selectFirst("a.mention");

    assertThat(link.attr("href")).isEqualTo("/user/" + id);
    assertThat(link.nextSibling() == null ? "" : link.nextSibling().toString()).isEqualTo(rest);
  }

  @Test
  void theLongestKnownNameIsMeant() {
    Mention longer = new Mention(9, "小明你");

    assertThat(mentioned("@小明你好", MING, longer)).containsExactly(9L);
    assertThat(mentioned("@小明 你好", MING, longer)).containsExactly(8L);
  }

  @Test
  void namesInThaiAndKoreanEndWithinTheTextToo() {
    assertThat(mentioned("@สมชายครับ", new Mention(1, "สมชาย"))).containsExactly(1L);
    assertThat(mentioned("@철수님", new Mention(2, "철수"))).containsExactly(2L);
    assertThat(mentioned("@いろはさん", new Mention(3, "いろは"))).containsExactly(3L);
  }

  @Test
  void aNameIsNotCutWithinALetterAndItsMarks() {
    assertThat(Render.RENDERER.parse("@กานี้").mentionCandidates()).containsExactly("กานี้", "กา");
  }

  @Test
  void aLatinNameAfterAnUnspacedOneIsNotCut() {
    assertThat(mentioned("@小明abc", MING)).isEmpty();
  }

  @Test
  void candidatesAreFoldedAndGivenLongestFirst() {
    assertThat(Render.RENDERER.parse("@小明你好 @ANNA @anna").mentionCandidates())
        .containsExactly("小明你好", "小明你", "小明", "anna");
  }

  @Test
  void namesHaveTwoToThirtyTwoCodePoints() {
    String longest = "a".repeat(32);

    assertThat(
            Render.RENDERER
                .parse("@a @ab @" + longest + " @" + longest + "a @𠮷")
                .mentionCandidates())
        .containsExactly("ab", longest);
    assertThat(Render.RENDERER.parse("@" + "小".repeat(1_000)).mentionCandidates()).hasSize(31);
  }

  @Test
  void membersAreMentionedOnceInTheOrderOfTheText() {
    assertThat(mentioned("@小明 @anna @Anna @小明", ANNA, MING)).containsExactly(8L, 7L);
  }

  @Test
  void onlyTheFirstFiftyNamesAreLookedUp() {
    String names =
        IntStream.rangeClosed(1, 60).mapToObj(i -> "@user" + i).collect(Collectors.joining(" "));
    String text = names + " @user1 and @user60";

    assertThat(Render.RENDERER.parse(text).mentionCandidates())
        .hasSize(50)
        .contains("user50")
        .doesNotContain("user51");
    assertThat(body(text, new Mention(1, "user1"), new Mention(60, "user60")).select("a.mention"))
        .hasSize(2)
        .allSatisfy(link -> assertThat(link.text()).isEqualTo("@user1"));
  }
}
