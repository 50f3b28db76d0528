package parley.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkCountsTest {

  private final NetworkCounts counts = new NetworkCounts(2, Set.of("127.0.0.1"));

  @Test
  void anAddressHasSoMany() {
    assertThat(counts.enter("192.0.2.1")).isTrue();
    assertThat(counts.enter("192.0.2.1")).isTrue();
    assertThat(counts.enter("192.0.2.1")).isFalse();
    assertThat(counts.enter("192.0.2.2")).isTrue();
    counts.leave("192.0.2.1");
    assertThat(counts.enter("192.0.2.1")).isTrue();
  }

  @Test
  void aSubnetHasSoManyAndASiteSomeMore() {
    for (var subnet = 0; subnet < 4; subnet++) {
      for (var host = 1; host <= 2; host++) {
        assertThat(counts.enter("2001:db8:1:" + subnet + "::" + host)).isTrue();
      }
      assertThat(counts.enter("2001:db8:1:" + subnet + "::3")).isFalse();
    }
    assertThat(counts.enter("2001:db8:1:5::1")).as("one more of the site").isFalse();
    assertThat(counts.enter("2001:db8:2:5::1")).as("another site").isTrue();
    counts.leave("2001:db8:1:0::1");
    assertThat(counts.enter("2001:db8:1:5::1")).isTrue();
  }

  @Test
  void whatIsRefusedIsNotCountedAnywhere() {
    enter("2001:db8:3:1::1", 2);
    for (var i = 0; i < 20; i++) {
      assertThat(counts.enter("2001:db8:3:1::2")).isFalse();
    }
    enter("2001:db8:3:2::1", 2);
    enter("2001:db8:3:3::1", 2);
    enter("2001:db8:3:4::1", 2);
  }

  @Test
  void aTrustedProxyIsNotLimited() {
    enter("127.0.0.1", 50);
  }

  private void enter(String address, int times) {
    for (var i = 0; i < times; i++) {
      assertThat(counts.enter(address)).isTrue();
    }
  }
}
