package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.mail.UnsubscribeLinks.Subject;

class UnsubscribeLinksTest {

  private final UnsubscribeLinks links = new UnsubscribeLinks("https://f.example", new byte[32]);

  private static String token(String link) {
    return link.replaceFirst(".*token=", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mention", "follow_of_a_tag"})
  void aLinkNamesItsMemberAndWish(String wish) {
    for (var id : new long[] {1, 7, Long.MAX_VALUE}) {
      var subject = new Subject(id, wish);
      assertThat(links.subject(token(links.of(subject)))).hasValue(subject);
    }
  }

  @Test
  void aLinkWithoutAWishIsAsItAlwaysWas() {
    assertThat(token(links.of(new Subject(7, ""))))
        .isEqualTo("AAAAAAAAAAfaX7AQUFSHVQ1VUQj52b4THUKuQuoP4SEhmkRQHDzTgQ");
  }

  @Test
  void aLinkOfAnotherServerNamesNobody() {
    var other = new UnsubscribeLinks("https://f.example", new byte[33]);
    assertThat(links.subject(token(other.of(new Subject(1, "mention"))))).isEmpty();
  }

  @Test
  void aChangedLinkNamesNobody() {
    var token = token(links.of(new Subject(1, "mention")));
    for (var at = 0; at < token.length() - 1; at++) {
      var other = token.charAt(at) == 'A' ? 'B' : 'A';
      assertThat(links.subject(token.substring(0, at) + other + token.substring(at + 1)))
          .as("character %d", at)
          .isEmpty();
    }
  }

  @Test
  void whatIsTooShortForALinkNamesNobody() {
    for (var cut : new String[] {"", "A", "AAAAAAAAAAc", "A".repeat(52), "not base64!"}) {
      assertThat(links.subject(cut)).isEmpty();
    }
  }
}
