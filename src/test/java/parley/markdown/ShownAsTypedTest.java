package parley.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that was typed is lost. */
class ShownAsTypedTest {

  private static Element body(String markdown) {
    String html = Render.html(markdown);
    HtmlSafety.assertSafe(html);
    return Jsoup.parseBodyFragment(html).body();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Use List<String> and <T>",
        "template<class T> void f();",
        "std::vector<std::string>",
        "if a <b and c> d",
        "a <b> c",
        "a </i> c",
        "<title> in my page",
        "<p> is a tag",
        "<div> alone",
        "<script src=\"x\">",
        "a <script>alert(1)</script> b",
        "<style>b{}</style> c",
        "<iframe src=x></iframe>",
        "a <!-- todo",
        "a <!-- x --> b",
        "<!DOCTYPE html>",
        "<?php echo 1; ?>",
        "<![CDATA[x]]>",
        "<img src=x onerror=alert(1)>",
        "<a href=\"javascript:x\">y</a>",
        "<a name=\"x\"></a> y",
        "<li>x</li>",
        "<td>x</td>",
        "[a](javascript:x)",
        "![a](x.png)",
        "<irc://x.example/>",
        "<details",
        "a\\<b>",
      })
  void whatIsNotLetThroughIsShown(String text) {
    assertThat(body(text).text()).isEqualTo(text.replace("\\<", "<"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My code:\n\n<?php\necho 1;\n\nWhy does it fail?",
        "<!-- todo\nrest\n\nWhy does it fail?",
        "<script src=\"x\">\n\nWhy does it fail?",
        "<title> in my page\n\nWhy does it fail?",
        "<textarea>\nx\n\nWhy does it fail?",
        "<pre>\nx\n\nWhy does it fail?",
        "a\n\n[b]: Why-does-it-fail?",
        "a\n\n[^1]: Why does it fail?",
        "| a |\n|---|\n| b | Why does it fail?",
        "```Why does it fail?\n```",
      })
  void theTextAfterAMarkIsShown(String text) {
    assertThat(body(text).text().replace('-', ' ')).contains("Why does it fail?");
    assertThat(body(text).text().replaceAll("[^a-zA-Z0-9]", ""))
        .contains(text.lines().findFirst().orElseThrow().replaceAll("[^a-zA-Z0-9]", ""));
  }

  @ParameterizedTest
  @CsvSource({"'a<br>b'", "'a\nb'", "'a  \nb'", "'a\\\nb'"})
  void aLineBreakIsShown(String text) {
    assertThat(body(text).select("p > br")).hasSize(1);
  }

  @Test
  void blocksFollowTheDirectionOfTheirText() {
    assertThat(body("a\n\n# b\n\n- c\n\n> d").select("p, h3, li, ul, blockquote").eachAttr("dir"))
        .hasSize(6)
        .containsOnly("auto");
    assertThat(body("- שלום\n\n> مرحبا").select("ul, li, blockquote").eachAttr("dir"))
        .containsOnly("rtl");
    assertThat(body("```\nשלום\n```").select("pre").attr("dir")).isEqualTo("ltr");
  }

  @ParameterizedTest
  @CsvSource({
    "width=600, 600, ''",
    "height=20, '', 20",
    "height=0, '', ''",
    "width=99999, '', ''",
    "width=50%, 50%, ''"
  })
  void picturesKeepSizesThatMakeSense(String attribute, String width, String height) {
    Element picture = body("a <img src=https://x.example/y " + attribute + ">").selectFirst("img");
    assertThat(picture.attr("width")).isEqualTo(width);
    assertThat(picture.attr("height")).isEqualTo(height);
  }
}
