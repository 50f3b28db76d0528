package parley.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

  @Test
  void plainTextStaysAsItIs() {
    assertThat(HeaderText.encoded("A plain title, really?")).isEqualTo("A plain title, really?");
    assertThat(HeaderText.phrase("The \"Fish\" \\ Club"))
        .isEqualTo("\"The \\\"Fish\\\" \\\\ Club\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "中文标题，很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长",
        "🐟🐠🐡 fish 👩‍👩‍👧 and naïve café 🐟🐠🐡🐟🐠🐡🐟🐠🐡🐟🐠🐡🐟🐠🐡",
        "a plain title that is longer than a line of a header should ever be, and so is folded",
        "=?UTF-8?Q?looks_encoded?="
      })
  void whatIsEncodedReadsAsItWasInShortLines(String text) throws UnsupportedEncodingException {
    var encoded = HeaderText.encoded(text);
    assertThat(encoded.lines()).allMatch(line -> line.strip().length() <= 75);
    assertThat(encoded).matches("[ -~]+(\r\n [ -~]+)*");
    assertThat(MimeUtility.decodeText(MimeUtility.unfold(encoded))).isEqualTo(text);
    assertThat(MimeUtility.decodeText(MimeUtility.unfold(HeaderText.phrase(text)))).isEqualTo(text);
  }

  @Test
  void whatEndsALineOrTurnsTheDirectionBecomesASpace() {
    assertThat(HeaderText.clean(" a\r\nb\u0085c\u2028d\u2029e\u0000f\u202eg\ud800h "))
        .isEqualTo("a b c d e f g h");
  }
}
