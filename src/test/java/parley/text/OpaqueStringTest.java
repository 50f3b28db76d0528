package parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Examples of RFC 8265, 4.3, and some more. */
class OpaqueStringTest {

  @Test
  void spacesAndCompositionAreUnifiedAndNothingElse() {
    assertThat(OpaqueString.prepare("correct horse battery staple"))
        .isEqualTo("correct horse battery staple");
    assertThat(OpaqueString.prepare("Correct Horse Battery Staple"))
        .isEqualTo("Correct Horse Battery Staple");
    assertThat(OpaqueString.prepare("πßå")).isEqualTo("πßå");
    assertThat(OpaqueString.prepare("Jack of ♦s")).isEqualTo("Jack of ♦s");
    assertThat(OpaqueString.prepare("foo\u1680bar")).isEqualTo("foo bar");
    assertThat(OpaqueString.prepare("a\u00A0b\u3000c")).isEqualTo("a b c");
    assertThat(OpaqueString.prepare("e\u0301")).isEqualTo("\u00E9");
    assertThat(OpaqueString.prepare("Ａ")).isEqualTo("Ａ");
    assertThat(OpaqueString.prepare("my cat is a \u0009by")).isEqualTo("my cat is a \u0009by");
  }

  @Test
  void whatIsPreparedStaysAsItIs() {
    for (var text : new String[] {"", "\u3000e\u0301\u00A0", "\uD83D", "가\u1112\u1161\u11AB"}) {
      var prepared = OpaqueString.prepare(text);
      assertThat(OpaqueString.prepare(prepared)).isEqualTo(prepared);
    }
  }
}
