package parley.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  private static String plain(String markdown, int maxCodePoints) {
    return Render.RENDERER.plainText(markdown, maxCodePoints);
  }

  @Test
  void markupAddressesAndHtmlAreLeftOut() {
    String source =
        """
        # Title

        Some *words*, `code`, a [link](https://x.example "t") and ![a picture](/api/images/y.png)
        by @anna<br>and ~~others~~ \\@ home[^1].

        - [x] one
        - two

        | a | b |
        |---|---|
        | c | d |

        ```js
        e();
        ```

        <div class="x">hidden</div>

        [^1]: A note.
        """;

    assertThat(plain(source, 1_000))
        .isEqualTo(
            "Title Some words, code, a link and a picture by @anna and ~~others~~ @ home."
                + " [x] one two a b c d e(); hidden");
  }

  @ParameterizedTest
  @CsvSource({
    "one two three, 13, one two three",
    "one two three, 12, one two thr…",
    "one two three, 9, one two…",
    "one two three, 8, one two…",
    "one two three, 7, one tw…",
    "one two three, 1, …",
    "𠮷野家で会う, 4, 𠮷野家…",
  })
  void aLongTextIsCutToItsLength(String source, int maxCodePoints, String excerpt) {
    assertThat(plain(source, maxCodePoints)).isEqualTo(excerpt);
  }

  @Test
  void whiteSpaceAndControlCharactersBecomeOneSpace() {
    assertThat(plain("a \t b\u0007c\u00A0d\n\n\ne  \nf", 100)).isEqualTo("a b c d e f");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I ~~agree~~ disagree | I ~~agree~~ disagree",
        "x<sup>2</sup> H<sub>2</sub>O | x^2 H_2O",
        "3. a\\n4. b | 3. a 4. b",
        "- [ ] a\\n- [x] b | [ ] a [x] b",
        "Use List<String> | Use List<String>",
        "<!-- a --> b | <!-- a --> b",
        "a\\n\\n[Bob]: hello | a [Bob]: hello",
        "<div>a &amp; b</div> | a & b",
        "a\u202Eb | ab",
        "[a](b) | [a](b)",
        "see https://x.example/_a_/ now | see https://x.example/_a_/ now",
      })
  void theExcerptSaysWhatTheTextSays(String source, String excerpt) {
    assertThat(plain(source.replace("\\n", "\n"), 100)).isEqualTo(excerpt);
  }

  @Test
  void whatHasNoWordsIsEmpty() {
    assertThat(plain("<br>\n\n---\n\n![](/api/images/x.png)", 10)).isEmpty();
    assertThat(plain("", 10)).isEmpty();
  }
}
