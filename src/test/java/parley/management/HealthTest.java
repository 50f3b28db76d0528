package parley.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTest {

  private static final Vertx VERTX = Vertx.vertx();

  private final HealthChecks checks = HealthChecks.create(VERTX);

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  private boolean isUp(Supplier<Future<Status>> status) {
    Health.add(checks, List.of(new HealthCheck("search", status)));
    return CheckResult.isUp(checks.checkStatus().await());
  }

  @Test
  void aCheckThatIsOkIsUp() {
    assertThat(isUp(() -> Future.succeededFuture(Status.OK()))).isTrue();
  }

  @Test
  void aCheckThatFailsIsDown() {
    assertThat(isUp(() -> Future.failedFuture("no index"))).isFalse();
  }

  @Test
  void aCheckThatThrowsIsDown() {
    assertThat(
            isUp(
                () -> {
                  throw new IllegalStateException("no index");
                }))
        .isFalse();
  }

  @Test
  void aNameIsTakenOnce() {
    var check = new HealthCheck("search", () -> Future.succeededFuture(Status.OK()));
    assertThatThrownBy(() -> Health.add(checks, List.of(check, check)))
        .hasMessage("Two health checks are called search");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "redis", "cluster", "http", "chat", "mail"})
  void noFeatureTakesThePlaceOfAnotherCheck(String name) {
    var check = new HealthCheck(name, () -> Future.succeededFuture(Status.OK()));
    assertThatThrownBy(() -> Health.add(checks, List.of(check)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameFitsIntoTheAnswer() {
    assertThatThrownBy(() -> new HealthCheck("Search index", () -> null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAnswerAfterTheTimeoutIsDropped() {
    var check = Promise.<Status>promise();
    check.fail("Timeout");
    Health.answer(check, Future.succeededFuture(Status.OK()));
    Health.answer(check, Future.failedFuture("gone"));
    assertThat(check.future().cause()).hasMessage("Timeout");
  }
}
