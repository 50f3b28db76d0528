package parley.store;

import static org.assertj.core.api.Assertions.assertThatNoException;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.Forum;

class RedisStoreIT {

  /** How long a connection may be silent. */
  private static final long WAIT_MS = 1_000;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final RedisStore redis =
      new RedisStore(vertx, Forum.shared().redisUri(), 1, (int) (WAIT_MS / 1_000));

  @AfterEach
  void close() {
    redis.close();
    vertx.close().await();
  }

  /**
   * A busy event loop finds several things due at once: here the connection's end, since nobody has
   * used it, and before that whoever lets us use it.
   */
  @Test
  void aConnectionIsNotClosedUnderWhoJustBeginsToUseIt() {
    redis.ping().await();
    var justBefore = Promise.<Void>promise();
    vertx.setTimer(WAIT_MS - 40, timer -> busyFor(60));
    vertx.setTimer(
        WAIT_MS - 20,
        timer -> {
          justBefore.complete();
          busyFor(60);
        });
    justBefore.future().toCompletionStage().toCompletableFuture().join();
    assertThatNoException().isThrownBy(() -> redis.ping().await());
  }

  private static void busyFor(int milliseconds) {
    var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}
