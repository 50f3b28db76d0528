package parley.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldBytesTest {

  private static final long LIMIT = 24_000;

  private final HeldBytes held = new HeldBytes(LIMIT);

  @Test
  void oneNetworkOfGuestsHasAPartOfTheirs() {
    assertThat(held.takeGuest("a", 1_000)).isTrue();
    assertThat(held.takeGuest("a", 1)).isFalse();
    assertThat(held.takeGuest("b", 1_000)).isTrue();
    held.giveGuest("a", 600);
    assertThat(held.takeGuest("a", 600)).isTrue();
  }

  @Test
  void allGuestsLeaveTheRestToMembers() {
    IntStream.range(0, 8).forEach(i -> assertThat(held.takeGuest("n" + i, 1_000)).isTrue());
    assertThat(held.takeGuest("another", 1)).isFalse();
    assertThat(held.takeMember(16_000)).isTrue();
    assertThat(held.takeMember(1)).isFalse();
    assertThat(held.all()).isEqualTo(LIMIT);
  }

  @Test
  void whatIsRefusedIsNotCounted() {
    assertThat(held.takeMember(LIMIT)).isTrue();
    assertThat(held.takeGuest("a", 10)).isFalse();
    assertThat(held.takeMember(10)).isFalse();
    held.giveMember(LIMIT);
    assertThat(held.all()).isZero();
    assertThat(held.takeGuest("a", 1_000)).isTrue();
  }

  @Test
  void unfinishedHeadersHaveAPart() {
    assertThat(held.addUnfinished(8_000)).isTrue();
    assertThat(held.addUnfinished(1)).isFalse();
    assertThat(held.isUnfinishedFull()).isTrue();
    held.removeUnfinished(2);
    assertThat(held.isUnfinishedFull()).isFalse();
    assertThat(held.takeMember(16_001)).isTrue();
  }
}
