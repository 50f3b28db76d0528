package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnsubscribeLinksTest {

  private final UnsubscribeLinks links = new UnsubscribeLinks("https://f.example", new byte[32]);

  private static String token(String link) {
    return link.replaceFirst(".*token=", "");
  }

  @Test
  void aLinkNamesItsMember() {
    for (var id : new long[] {1, 7, Long.MAX_VALUE}) {
      assertThat(links.memberId(token(links.of(id)))).hasValue(id);
    }
  }

  @Test
  void aLinkOfAnotherServerNamesNobody() {
    var other = new UnsubscribeLinks("https://f.example", new byte[33]);
    assertThat(links.memberId(token(other.of(1)))).isEmpty();
  }

  @Test
  void aChangedLinkNamesNobody() {
    var token = token(links.of(1));
    for (var at = 0; at < token.length() - 1; at++) {
      var other = token.charAt(at) == 'A' ? 'B' : 'A';
      assertThat(links.memberId(token.substring(0, at) + other + token.substring(at + 1)))
          .as("character %d", at)
          .isEmpty();
    }
  }
}
