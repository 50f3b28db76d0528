package parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "user@straße.de, user@xn--strae-oqa.de",
    "user@faß.de, user@xn--fa-hia.de",
    "user@βόλος.com, user@xn--nxasmm1c.com",
    "user@STRASSE.de, user@strasse.de",
    "User.Name+tag@Example.ORG, User.Name+tag@example.org",
    "a@r3---sn-x.example.org, a@r3---sn-x.example.org",
    "a@例え.テスト, a@xn--r8jz45g.xn--zckzah",
    "a@1.example, a@1.example",
  })
  void aDomainIsMailedInAscii(String written, String mailable) {
    assertThat(EmailAddress.parse(written).orElseThrow().mailable()).isEqualTo(mailable);
  }

  @Test
  void lengthsAreThoseOfSmtp() {
    var longest = "a".repeat(64) + "@" + ("b".repeat(63) + ".").repeat(2) + "b".repeat(57) + ".org";
    assertThat(longest).hasSize(254);
    assertThat(EmailAddress.parse(longest)).isPresent();
    assertThat(EmailAddress.parse("a" + longest)).isEmpty();
    assertThat(EmailAddress.parse(longest.replace(".org", "b.org"))).isEmpty();
    assertThat(EmailAddress.parse("a@" + "b".repeat(64) + ".org")).isEmpty();
    // short as written, too long as mailed
    assertThat(EmailAddress.parse("a@" + "ü".repeat(60) + ".org")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a",
        "a@b",
        "@b.org",
        "a@b@c.org",
        "a b@c.org",
        "a@c .org",
        "é@c.org",
        "a@c..org",
        "a@.org",
        "a@c.1",
        "a@[192.0.2.1]",
        "a\u0000@c.org",
        "a@c\u202E.org",
        "a@\u200D.org",
        "<a@c.org>",
        "a,b@c.org",
        "a\uD83D@c.org",
        "a@\uD83D.org"
      })
  void whatNoMailReachesIsNone(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
    var key = EmailAddress.key(text);
    assertThat(EmailAddress.key(key)).isEqualTo(key);
  }

  @Test
  void aKeyIsTheSameForAllSpellings() {
    assertThat(EmailAddress.key(" User@BÜCHER.de "))
        .isEqualTo("user@xn--bcher-kva.de")
        .isEqualTo(EmailAddress.key("user@bu\u0308cher.de"))
        .isEqualTo(EmailAddress.key("USER@xn--bcher-kva.de"))
        .isEqualTo(EmailAddress.key("user@bücher。de"))
        .isEqualTo(EmailAddress.key(EmailAddress.key("user@bücher.de")));
    assertThat(EmailAddress.key("user@straße.de"))
        .isNotEqualTo(EmailAddress.key("user@strasse.de"));
  }

  /** Those stored before the rule keep being found. */
  @Test
  void anAddressOfBeforeHasItsKey() {
    assertThat(EmailAddress.key("José@Example.org")).isEqualTo("josé@example.org");
  }

  @Test
  void whatIsFarTooLongCostsNothing() {
    var begin = System.nanoTime();
    EmailAddress.key("a@" + "ü.".repeat(500_000));
    assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
  }
}
