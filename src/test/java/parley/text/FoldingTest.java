package parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "Anna, anna",
    "ＡＮＮＡ, anna",
    "A\u030Angstro\u0308m, \u00E5ngstr\u00F6m",
    "ЖЕНЯ, женя",
    "ΝΙΚΟΣ, νικοσ",
    "Νίκος, νίκοσ",
    "'anna\u00A0', anna",
    "'\u3000anna\u2003', anna",
    "İpek, i\u0307pek",
    "ﬁona, fiona",
    "小明, 小明",
    "ｶﾀｶﾅ, カタカナ",
  })
  void spellingsOfOneNameHaveOneKey(String written, String key) {
    assertThat(Folding.key(written)).isEqualTo(key);
  }

  @Test
  void aKeyIsItsOwnKey() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(codePoint -> Character.isDefined(codePoint))
                .mapToObj(Character::toString)
                .map(Folding::key))
        .allSatisfy(key -> assertThat(Folding.key(key)).isEqualTo(key));
  }
}
