package parley.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.redis.client.Command;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import parley.Forum;
import parley.failure.ForumException;

class RateLimitsIT {

  private final Forum forum = Forum.shared();
  private final RateLimits limits = new RateLimits(forum.redis(), true, new SimpleMeterRegistry());
  private final String action = Forum.unique("action");

  @Test
  void theWindowEndsAndAnotherBegins() {
    var hour = new Limit(1, 1000, 3600);
    take(hour, "who");
    assertThatThrownBy(() -> take(hour, "who"))
        .isInstanceOfSatisfying(
            ForumException.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(ForumException.Kind.RATE_LIMITED);
              assertThat(refusal.retryAfterSeconds()).isBetween(3500L, 3600L);
            });
    windowsEndIn(1);
    Awaitility.await().ignoreExceptions().untilAsserted(() -> take(hour, "who"));
  }

  /** Redis rounds what is left to seconds: to 0 in the last half of the last one. */
  @Test
  void theLimitHoldsToTheEndOfTheWindow() {
    var hour = new Limit(1, 1000, 3600);
    take(hour, "who");
    Awaitility.await() // on a busy machine the window may end between the two
        .untilAsserted(
            () -> {
              windowsEndIn(400);
              assertThatThrownBy(() -> take(hour, "who")).isInstanceOf(ForumException.class);
            });
  }

  @Test
  void actionsAndNamesAreCountedApart() {
    var once = new Limit(1, 100, 60);
    take(once, "one");
    take(once, "other");
    limits.take(action + "2", once, "one", "192.0.2.1").await();
    assertThatThrownBy(() -> take(once, "one")).isInstanceOf(ForumException.class);
  }

  @Test
  void whatSomebodyTriesIsNotKeptInRedis() {
    var secret = Forum.unique("somebody@example.org");
    take(new Limit(1, 10, 60), secret);
    assertThat(forum.redis().send(Command.KEYS, "*" + secret + "*").await().size()).isZero();
  }

  private void windowsEndIn(int milliseconds) {
    for (var key : forum.redis().send(Command.KEYS, "parley:limit:" + action + ":*").await()) {
      forum.redis().send(Command.PEXPIRE, key.toString(), milliseconds).await();
    }
  }

  private void take(Limit limit, String who) {
    limits.take(action, limit, who, "192.0.2.1").await();
  }
}
