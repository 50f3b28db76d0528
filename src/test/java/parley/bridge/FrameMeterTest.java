package parley.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.bridge.FrameMeter.Verdict.FLOOD;
import static parley.bridge.FrameMeter.Verdict.OVER;
import static parley.bridge.FrameMeter.Verdict.WITHIN;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrameMeterTest {

  private final long began = Long.MAX_VALUE - 5; // as nanoTime may be, it runs over
  private final FrameMeter meter = new FrameMeter(2, began);

  @Test
  void framesAreWithinTheLimitThenOverItThenAFlood() {
    assertThat(meter.count(began)).isEqualTo(WITHIN);
    assertThat(meter.count(began + 1)).isEqualTo(WITHIN);
    assertThat(meter.count(began + 2)).isEqualTo(OVER);
    assertThat(meter.count(began + 3)).isEqualTo(OVER);
    assertThat(meter.count(began + 4)).isEqualTo(FLOOD);
  }

  @Test
  void theNextSecondIsANewOne() {
    var second = TimeUnit.SECONDS.toNanos(1);
    for (var i = 0; i < 5; i++) {
      meter.count(began);
    }
    assertThat(meter.count(began + second - 1)).isEqualTo(FLOOD);
    assertThat(meter.count(began + second)).isEqualTo(WITHIN);
    assertThat(meter.count(began + second)).isEqualTo(WITHIN);
    assertThat(meter.count(began + second)).isEqualTo(OVER);
  }
}
