package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.paging.PageRequest;

class FloorsTest {

  @Test
  void withoutDeletionsTheNthReplyHasFloorN() {
    assertThat(Floors.NONE_DELETED.ofOrdinal(1)).isEqualTo(1);
    assertThat(Floors.NONE_DELETED.ofOrdinal(42)).isEqualTo(42);
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 4", "3, 6", "4, 9"})
  void emptyFloorsAreSkipped(long ordinal, long floor) {
    assertThat(new Floors(List.of(1L, 2L, 5L, 7L, 8L)).ofOrdinal(ordinal)).isEqualTo(floor);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 1", "4, 1", "5, 2", "6, 2", "7, 2", "9, 2", "100, 2"})
  void aFloorIsOnThePageThatShowsItOrWhatComesNext(long floor, long page) {
    var floors = new Floors(List.of(1L, 2L, 5L, 7L, 8L));
    assertThat(floors.pageOf(floor, 4, 2)).isEqualTo(new PageRequest(page, 2));
  }

  @Test
  void aTopicWithoutRepliesHasOnePage() {
    assertThat(new Floors(List.of(1L, 2L)).pageOf(2, 0, 20)).isEqualTo(new PageRequest(1, 20));
  }

  @Test
  void eachIsFoundFromTheOtherWhicheverAreEmpty() {
    var random = new Random(7);
    for (var round = 0; round < 200; round++) {
      var there = LongStream.rangeClosed(1, 40).boxed().filter(f -> random.nextBoolean()).toList();
      var deleted = LongStream.rangeClosed(1, 40).boxed().filter(f -> !there.contains(f)).toList();
      var floors = new Floors(deleted);
      for (var n = 1; n <= there.size(); n++) {
        assertThat(floors.ofOrdinal(n)).isEqualTo(there.get(n - 1));
        assertThat(floors.pageOf(there.get(n - 1), there.size(), 1).page()).isEqualTo(n);
      }
    }
  }
}
