package parley.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
