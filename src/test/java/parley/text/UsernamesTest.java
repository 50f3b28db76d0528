package parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"al", "Anna_2-b", "小明", "Женя", "สมชาย", "किरण", "𠮷野", "-_", "٣٤"})
  void lettersOfAnyScriptMakeAName(String name) {
    assertThat(Usernames.isValid(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "a b", "a@b", "a.b", "a/b", "a<b", "😀😀", "\u0301ab", "a\u202Eb"})
  void whatIsNoLetterOrTooShortMakesNone(String name) {
    assertThat(Usernames.isValid(name)).isFalse();
  }

  /** Each looks like nothing, so that a name with it looks like another without. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200D, 0x2060, 0x3164,
        0xFE00, 0xFE0F, 0xFFA0, 0xE0100, 0xE01EF
      })
  void whatCannotBeSeenMakesNone(int invisible) {
    assertThat(Usernames.isValid("admin" + Character.toString(invisible))).isFalse();
  }

  @Test
  void whatFoldsToSomethingElseThanANameMakesNone() {
    assertThat(Usernames.isValid("\uFDFA\uFDFA")).as("a phrase with spaces").isFalse();
    assertThat(Usernames.isValid("ﬃ".repeat(32))).as("96 letters").isTrue();
  }

  /** The column that names are found by has 128 characters. */
  @Test
  void theFoldedFormIsAtMostFourTimesAsLong() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(letter -> Character.toString(letter).repeat(2))
                .filter(Usernames::isValid)
                .map(Folding::key))
        .allSatisfy(key -> assertThat(key.codePointCount(0, key.length())).isLessThan(9));
  }

  @Test
  void lengthsAreCountedInCodePoints() {
    assertThat(Usernames.isValid("𠮷".repeat(32))).isTrue();
    assertThat(Usernames.isValid("𠮷".repeat(33))).isFalse();
    assertThat(Usernames.isValid("𠮷")).isFalse();
  }
}
