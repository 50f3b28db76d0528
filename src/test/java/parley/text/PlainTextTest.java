package parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>Some <strong>bold</strong> words</p>      | Some bold words",
        "<p>of <b>bold</b>, <a href=\"/x\">link</a>.</p> | of bold, link.",
        "<p>one<br>two</p><p>three</p>                 | one two three",
        "<p>one</p> <p>two</p>                        | one two",
        "a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#x27;  | a <b> & \"c\" 'd'",
        "a &amp;lt; b                                 | a &lt; b",
        "costs $1 \\ 2                                | costs $1 \\ 2",
        "cut in a <a href=\"https://exam               | cut in a",
        "cut in a reference &am                       | cut in a reference",
        "R&D &unknown; &#99999999;                    | R&D &unknown; &#99999999;",
        "&#x110000; x                                 | x",
      })
  void wordsAreReadOutOfHtml(String html, String words) {
    assertThat(PlainText.of(html, 160)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"5,12345", "4,123…", "1,…"})
  void whatIsTooLongEndsInAnEllipsis(int max, String words) {
    assertThat(PlainText.of("<p>12345</p>", max)).isEqualTo(words);
  }
}
