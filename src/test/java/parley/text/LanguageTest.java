package parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageTest {

  @Test
  void theFirstPreferredOneThatThereIsWins() {
    assertThat(Language.preferred(List.of("fr-FR", "zh-Hans", "en"))).isEqualTo(Language.ZH_CN);
    assertThat(Language.preferred(List.of("en-GB", "zh"))).isEqualTo(Language.EN);
  }

  @Test
  void whereThereIsNoneItIsEnglish() {
    assertThat(Language.preferred(List.of())).isEqualTo(Language.EN);
    assertThat(Language.preferred(List.of("fr", "*", "", "\u0000"))).isEqualTo(Language.EN);
  }
}
