package parley.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.failure.ForumException;

class TextTest {

  private final Text text = new Text();

  @Test
  void aLineIsTrimmed() {
    assertThat(text.line("f", " \u3000 a b \n", 1, 3)).isEqualTo("a b");
    assertThat(faults()).isEmpty();
  }

  @Test
  void severalLinesAreTrimmedAndEndInLineFeeds() {
    assertThat(text.lines("f", "\n a\r\nb\rc\n\td \n", 1, 100)).isEqualTo(" a\nb\nc\n\td");
    assertThat(faults()).isEmpty();
  }

  static Stream<Arguments> textsWithSpaceAround() {
    return Stream.of(
        Arguments.of("    code", "    code"),
        Arguments.of("\tcode", "\tcode"),
        Arguments.of("\u3000\u3000段落", "\u3000\u3000段落"),
        Arguments.of("\n \u3000\n\t\n  a\n\n  b  \n \n", "  a\n\n  b"),
        Arguments.of("\r\n\r\n a", " a"),
        Arguments.of(" \n ", ""));
  }

  @ParameterizedTest
  @MethodSource("textsWithSpaceAround")
  void onlyBlankLinesBeforeATextAndWhiteSpaceAfterItAreDropped(String typed, String kept) {
    assertThat(text.lines("f", typed, 0, 100)).isEqualTo(kept);
    assertThat(faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200B",
        "\u00A0\u00A0",
        "\u3164",
        "\u2800",
        "\u00AD",
        "\uFEFF",
        "\u115F\u1160",
        "\uFFA0",
        "\uFE0F",
        "\uDB40\uDC41",
        "\u0301",
        "\u200E\u2066\u2069",
        "\u180E",
        "\uD834\uDD59",
        "\uFFFF"
      })
  void whatShowsNothingIsRefused(String value) {
    text.line("line", value, 1, 9);
    text.lines("lines", "\n" + value + "\n", 1, 9);
    text.lines("optional", value, 0, 9);
    assertThat(faults())
        .allMatch(fault -> fault.matches("\\w+:(empty_when_shown|required)"))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u200B", "\u00A0.", "😀", "👩\u200D💻", "न\u093F", "é", "\uE000", "。"})
  void oneVisibleCharacterIsEnough(String value) {
    text.line("line", value, 1, 9);
    text.lines("lines", value, 1, 9);
    assertThat(faults()).isEmpty();
  }

  @Test
  void aLineCannotReorderWhatStandsBesideIt() {
    assertThat(text.line("f", "a\u202Eb\u202C\u2066c\u2069\u200Ed", 1, 9)).isEqualTo("abc\u200Ed");
    assertThat(text.line("f", "\u202E", 0, 9)).isEmpty();
    assertThat(faults()).isEmpty();
  }

  @Test
  void aControlCharacterIsNamedWithItsLine() {
    text.lines("f", "one\ntwo\nthree \u001B[31m\n\u0007", 1, 99);
    var refusal = catchThrowableOfType(ForumException.class, text::check);
    assertThat(refusal.errors().get(0).message())
        .isEqualTo("Line 3 contains the character U+001B (ESCAPE), which is not allowed.");
  }

  @Test
  void aSecretIsLeftAsItIs() {
    assertThat(text.secret("f", "  pass word  ", 8, 20)).isEqualTo("  pass word  ");
    assertThat(faults()).isEmpty();
  }

  @Test
  void whatIsAbsentStaysAbsent() {
    assertThat(text.line("f", null, 1, 2)).isNull();
    assertThat(text.lines("f", null, 1, 2)).isNull();
    assertThat(text.secret("f", null, 1, 2)).isNull();
    assertThat(faults()).isEmpty();
  }

  @Test
  void lengthsAreCountedInCodePoints() {
    text.line("f", "😀😀", 2, 2);
    assertThat(faults()).isEmpty();
    text.line("f", "😀😀😀", 2, 2);
    assertThat(faults()).containsExactly("f:too_long");
  }

  @ParameterizedTest
  @CsvSource({"'', required", "'  ', required", "a, too_short", "abcd, too_long"})
  void aWrongLengthIsAFault(String value, String code) {
    text.line("f", value, 2, 3);
    assertThat(faults()).containsExactly("f:" + code);
  }

  @Test
  void whatMayBeEmptyMayBeEmpty() {
    text.line("f", "  ", 0, 3);
    assertThat(faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\u001Bb",
        "a\u007Fb",
        "a\u0085b",
        "a\uD83Db",
        "a\uDE00b",
        "a\uDE00\uD83Db"
      })
  void controlCharactersAndLoneSurrogatesAreRefusedEverywhere(String value) {
    text.line("line", value, 1, 9);
    text.lines("lines", value, 1, 9);
    text.secret("secret", value, 1, 9);
    assertThat(faults())
        .containsExactly(
            "line:control_character", "lines:control_character", "secret:control_character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\tb", "a\u2028b", "a\u2029b"})
  void oneLineHoldsNothingThatMakesMore(String value) {
    text.line("line", value, 1, 9);
    text.lines("lines", value, 1, 9);
    assertThat(faults()).containsExactly("line:control_character");
  }

  @Test
  void allFaultsComeTogetherInTheirOrder() {
    text.line("one", "", 1, 9);
    text.refuse("two", "taken", "It is taken.");
    text.require(false, "three", "invalid", "It is not.");
    assertThat(faults()).containsExactly("one:required", "two:taken", "three:invalid");
  }

  @Test
  void aFieldAlreadyAtFaultIsNotBlamedAgain() {
    text.line("one", "", 1, 9);
    text.require(false, "one", "invalid", "It is not.");
    assertThat(faults()).containsExactly("one:required");
  }

  @Test
  void aConditionThatHoldsIsNoFault() {
    text.require(true, "one", "invalid", "It is not.");
    assertThatNoException().isThrownBy(text::check);
  }

  private List<String> faults() {
    var refusal = catchThrowableOfType(ForumException.class, text::check);
    return refusal == null
        ? List.of()
        : refusal.errors().stream().map(error -> error.field() + ":" + error.code()).toList();
  }
}
