package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.mail.message.Phrases;

class MailKindsTest {

  private final Remarks remarks = new Remarks();

  @Test
  void kindsAndWishesAreFoundByTheirWords() {
    var kinds = new MailKinds(List.of(Remarks.NOTICE, remarks.kind));
    assertThat(kinds.find("remark")).hasValue(remarks.kind);
    assertThat(kinds.find("remarks")).isEmpty();
    assertThat(kinds.wish("remarks")).hasValue(remarks);
    assertThat(kinds.wish("remark")).isEmpty();
    assertThat(kinds.wish("")).as("no wish answers unnamed links").isEmpty();
  }

  @Test
  void twoKindsOrWishesOfOneNameAreRefused() {
    assertThatThrownBy(() -> new MailKinds(List.of(Remarks.NOTICE, Remarks.NOTICE)))
        .hasMessage("Two kinds of mails are called notice");
    var other = MailKind.of("other", Remarks.class).switchedOffBy(new Remarks());
    assertThatThrownBy(() -> new MailKinds(List.of(remarks.kind, other)))
        .hasMessage("Two wishes are called remarks");
  }

  @Test
  void severalKindsMayBeSwitchedOffTogether() {
    var other = MailKind.of("other", Remarks.class).switchedOffBy(remarks);
    assertThat(new MailKinds(List.of(remarks.kind, other)).wishes()).containsExactly(remarks);
  }

  @Test
  void aKindWithoutItsWordsIsRefusedAtTheStart() {
    var kinds = new MailKinds(List.of(MailKind.of("wordless", Remarks.class)));
    assertThatThrownBy(() -> kinds.requireWords(Phrases.of(kinds.owners())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no sentence for wordless.subject in ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Remark", "a b", "a.b", "ä", "a_word_that_is_too_long_for_its_column"})
  void aWordFitsIntoColumnsAndKeys(String word) {
    assertThatThrownBy(() -> MailKind.of(word, Remarks.class))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
