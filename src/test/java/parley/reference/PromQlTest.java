package parley.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.reference.PromQl.Selector;

class PromQlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up == 0 | up",
        "rate(a_total[5m]) | a_total",
        "sum by (le, route) (rate(a_bucket{job=\"x\"}[$__rate_interval])) | a_bucket",
        "sum(rate(a[5m])) by (le) / sum(rate(b[5m])) | a b",
        "a and on (instance) b offset 1h | a b",
        "a{x=\"c and d(e)\"} > 1e3 or -b * 0.5 | a b",
        "predict_linear(a[6h], 4 * 3600) < 0 | a",
        "topk(5, a) unless ignoring(x) group_left(y) b | a b",
      })
  void theMetricsOfAnExpressionAreFound(String expression, String metrics) {
    assertThat(PromQl.of(expression).selectors())
        .extracting(Selector::metric)
        .containsExactly(metrics.split(" "));
  }

  @Test
  void theLabelsAreFoundToo() {
    var query = PromQl.of("sum by (le, route) (a{job=\"x\", status=~\"5..\"})");
    assertThat(query.grouping()).containsExactly("le", "route");
    assertThat(query.selectors())
        .containsExactly(new Selector("a", Set.of("job", "status"), Map.of("job", "x")));
  }

  @Test
  void whatIsNoExpressionIsRefused() {
    assertThatThrownBy(() -> PromQl.of("a ? b")).hasMessageContaining("?");
  }
}
