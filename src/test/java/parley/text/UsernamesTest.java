package parley.text;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void lengthsAreCountedInCodePoints() {
    assertThat(Usernames.isValid("𠮷".repeat(32))).isTrue();
    assertThat(Usernames.isValid("𠮷".repeat(33))).isFalse();
    assertThat(Usernames.isValid("𠮷")).isFalse();
  }
}
