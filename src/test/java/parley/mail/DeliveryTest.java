package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 <ann@example.org>: no such user | 550 <*@*>: no such user",
        "550 5.1.1 ann.o'brien@mail.example.org unknown | 550 5.1.1 *@* unknown",
        "to=ann+x@example.org, later | *@*, later",
        "421 come again | 421 come again",
      })
  void theLogHasAServersWordsWithoutAddresses(String words, String logged) {
    assertThat(Delivery.withoutAddresses(words)).isEqualTo(logged);
  }
}
