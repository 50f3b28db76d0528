package parley.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {

  private final Quote quote = new Quote("https://f.example");

  @Test
  void pathsOfTheForumBecomeAddresses() {
    assertThat(
            quote.html(
                "<p><a href=\"/user/7\">@a</a> <img src=\"/api/images/x.png\" alt=\"x\"></p>"))
        .contains(
            "href=\"https://f.example/user/7\"", "src=\"https://f.example/api/images/x.png\"");
  }

  @Test
  void linksWithinThePostAreWordsOnly() {
    assertThat(quote.html("<p>a<a href=\"#fn-1\">1</a></p>")).isEqualTo("<p>a1</p>");
  }

  @Test
  void whateverTheDatabaseHoldsNothingThatRunsIsQuoted() {
    var html =
        quote.html(
            "<p onclick=\"x()\">a<script>x()</script><a href=\"javascript:x()\">b</a>"
                + "<iframe src=\"https://x\"></iframe><style>p{}</style><form action=\"/x\"></form>"
                + "<a href=\"//evil.example/x\">c</a></p></div></body>");
    assertThat(html)
        .startsWith("<p>a")
        .doesNotContain(
            "script", "onclick", "iframe", "style", "form", "/body", "https://f.example//");
  }

  @Test
  void theTextHasTheBlocksApartAndTheAddressesOfLinks() {
    assertThat(
            quote.text(
                "<p>Hello <strong>you</strong>,\nsee <a href=\"https://x.example/\">this</a></p>"
                    + "<ul><li>one</li><li>two</li></ul><pre><code>if (a)\n    b;</code></pre>"
                    + "<p>1 &lt; 2<br>end <img src=\"https://x.example/y\" alt=\"a cat\"></p>"))
        .isEqualTo(
            """
            > Hello you, see this <https://x.example/>
            >
            > - one
            > - two
            >
            > if (a)
            >     b;
            >
            > 1 < 2
            > end a cat""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<p>I <del>agree</del> <s>or</s> disagree</p> | > I ~~agree~~ ~~or~~ disagree",
        "<p>x<sup>2</sup> y<sup>n+1</sup> H<sub>2</sub>O</p> | > x^2 y^(n+1) H_2O",
        "<ol start=3><li>a</li><li>b</li></ol> | > 3. a\\n> 4. b",
        "<ol><li><p>a</p><p>b</p></li><li><p>c</p></li></ol> | > 1. a\\n>\\n>    b\\n>\\n> 2. c",
        "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul> | > - a\\n>   - b\\n> - c",
        "<ul><li><input type=checkbox checked> a</li><li><input type=checkbox> b</li></ul>"
            + " | > - [x] a\\n> - [ ] b",
        "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote><p>c</p>"
            + " | > > a\\n> >\\n> > > b\\n>\\n> c",
        "<pre><code>a\\n\\n\\n  b  c\\n</code></pre><p>d</p> | > a\\n>\\n>\\n>   b  c\\n>\\n> d",
        "<ul><li>a<pre><code>b\\n\\nc</code></pre></li></ul> | > - a\\n>\\n>   b\\n>\\n>   c",
        "<p>a<br>b</p><hr><p>c</p> | > a\\n> b\\n>\\n> ---\\n>\\n> c",
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
            + " | > a BAR b\\n> --- BAR ---\\n> 1 BAR 2",
        "<p>a<sup class=footnote-ref><a href=#x id=y>1</a></sup></p><section class=footnotes><ol>"
            + "<li id=x><p>b <a class=footnote-backref href=#y>↩</a></p></li></ol></section>"
            + " | > a[1]\\n>\\n> [1] b",
        "<p><a href=https://x.example/>https://x.example/</a> <a href=mailto:a@b.c>a@b.c</a>"
            + " <a class=mention href=/user/7>@a</a></p> | > https://x.example/ a@b.c @a",
        "<p><a href=https://x.example/><img src=https://x.example/y alt=cat></a></p>"
            + " | > cat <https://x.example/>",
        "<h3>a</h3><p>b</p> | > a\\n>\\n> b",
        "<p>a &lt;T&gt; &amp;</p> | > a <T> &",
      })
  void theTextSaysWhatThePostSays(String html, String text) {
    assertThat(quote.text(html.replace("\\n", "\n")))
        .isEqualTo(text.replace("\\n", "\n").replace("BAR", "|"));
  }

  @Test
  void theMailsHtmlKeepsNumbersBoxesAndDirections() {
    assertThat(
            quote.html(
                "<ol start=3 dir=rtl><li dir=auto><input type=checkbox checked disabled> a</li></ol>"))
        .isEqualTo("<ol start=\"3\" dir=\"rtl\"><li dir=\"auto\">[x] a</li></ol>");
  }
}
