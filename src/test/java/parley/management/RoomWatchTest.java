package parley.management;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.management.RoomWatch.Room;

class RoomWatchTest {

  private static final long GIB = 1L << 30;

  private final RoomSettings settings = new RoomSettings(512, 5, 64, 90);

  @Test
  void aDiskIsLowByItsSizeOrByItsShare() {
    assertThat(new Room(2 * GIB, 20 * GIB, 0, 0).isDiskLow(settings)).isFalse();
    assertThat(new Room(GIB / 4, 2 * GIB, 0, 0).isDiskLow(settings)).isTrue();
    assertThat(new Room(4 * GIB, 100 * GIB, 0, 0).isDiskLow(settings)).isTrue();
  }

  @Test
  void aDiskIsFullBeforeNothingIsFree() {
    assertThat(new Room(65 << 20, GIB, 0, 0).isDiskFull(settings)).isFalse();
    assertThat(new Room(63 << 20, GIB, 0, 0).isDiskFull(settings)).isTrue();
  }

  @Test
  void filesAreLowByTheirShareAndNotWhereNobodyCounts() {
    assertThat(new Room(GIB, GIB, 921, 1_024).areFilesLow(settings)).isFalse();
    assertThat(new Room(GIB, GIB, 922, 1_024).areFilesLow(settings)).isTrue();
    assertThat(new Room(GIB, GIB, 0, 0).areFilesLow(settings)).isFalse();
  }
}
