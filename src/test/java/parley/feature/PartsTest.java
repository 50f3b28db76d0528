package parley.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

  private static final Point<String> WORDS = new Point<>("words");
  private static final Point<String> OTHER_WORDS = new Point<>("words");

  @Test
  void partsComeInTheOrderOfTheFeatures() {
    var parts =
        Parts.of(
            List.of(
                added -> added.add(WORDS, "one").add(WORDS, "two"),
                added -> added.add(WORDS, "three")));
    assertThat(parts.all(WORDS)).containsExactly("one", "two", "three");
  }

  @Test
  void aPointNobodyAddsToIsEmpty() {
    assertThat(new Parts().all(WORDS)).isEmpty();
  }

  @Test
  void pointsOfTheSameNameAreTwo() {
    assertThat(new Parts().add(WORDS, "one").all(OTHER_WORDS)).isEmpty();
  }

  @Test
  void aMissingPartIsRefusedWhereItIsAdded() {
    var parts = new Parts();
    assertThatThrownBy(() -> parts.add(WORDS, null)).isInstanceOf(NullPointerException.class);
  }
}
