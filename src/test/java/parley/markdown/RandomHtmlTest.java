package parley.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks mixed with tags and Markdown at random, for what nobody thought of. */
class RandomHtmlTest {

  private static final int TEXTS = 500;
  private static final int MAX_PIECES = 25;

  private static final String COMMON =
      "< > \" ' ` & ; / \\ = <a </a> <p> </p> <b> </b> <div> </div> <table> <tr> <td> </table> <ul>"
          + " <li> </ul> <details> <summary> </details> <svg> <math> <style> </style> <script>"
          + " </script> <textarea> </textarea> <title> </title> <!-- --> <![CDATA[ ]]> <noscript>"
          + " </noscript> href=javascript:x onclick=x src=x id=app [ ]( ) ![ * ** _ ~~ | --- - 1. #"
          + " [^1] [^1]:x @anna @小明 <iframe </iframe> <xmp> <plaintext> <select> <option> <h1>"
          + " </h2> <dl> <dt> <dd> <caption> <img/src=http://x> <a/href=http://y> <code> <pre> <q>"
          + " <section/class=footnotes> <sup/class=footnote-ref> {{ \n \n\n \t \0";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aRandomTextIsSafeAndSanitisedForGood(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> pieces = new ArrayList<>(HostileHtmlTest.attacks());
    for (int i = 0; i < 4; i++) {
      pieces.addAll(List.of(COMMON.split(" ")));
    }
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random, pieces);
      String html = Render.html(text, new Mention(7, "Anna"));

      HtmlSafety.assertSafe(html);
      assertThat(HtmlSanitiser.sanitise(html, Render.PREFIX)).isEqualTo(html);
    }
  }

  private static String text(Random random, List<String> pieces) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(MAX_PIECES);
    for (int i = 0; i < length; i++) {
      text.append(pieces.get(random.nextInt(pieces.size()))).append(" \n".charAt(i % 7 / 6));
    }
    return text.toString();
  }
}
