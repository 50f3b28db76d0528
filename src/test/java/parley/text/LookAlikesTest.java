package parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {

  @ParameterizedTest
  @CsvSource({
    "admin, аdmin",
    "admin, admіn",
    "Alice, AIice",
    "bill, bi1l",
    "marta, rnarta",
    "pappa, рарра",
    "ΑΒΓ, ABГ",
  })
  void oneIsTakenForTheOther(String one, String other) {
    assertThat(LookAlikes.areConfusable(one, other)).isTrue();
    assertThat(LookAlikes.areConfusable(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "admin, admin",
    "admin, ADMIN",
    "admin, ａｄｍｉｎ",
    "admin, admins",
    "小林, 小木",
    "anna, hanna"
  })
  void theseAreTheSameOrDifferentNames(String one, String other) {
    assertThat(LookAlikes.areConfusable(one, other)).isFalse();
  }
}
