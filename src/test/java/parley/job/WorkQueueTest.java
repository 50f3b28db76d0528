package parley.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;

class WorkQueueTest {

  private final Vertx vertx = Vertx.vertx();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch hold = new CountDownLatch(1);
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicBoolean gone = new AtomicBoolean();

  @AfterEach
  void stop() {
    hold.countDown();
    vertx.close().await();
  }

  private WorkQueue queue(int most, Duration wait) {
    return new WorkQueue(vertx.createSharedWorkerExecutor("work", 1), most, wait, () -> gone::get);
  }

  private Future<Integer> slow(WorkQueue queue) {
    return queue.run(
        () -> {
          begun.countDown();
          hold.await();
          return done.incrementAndGet();
        });
  }

  @Test
  void onlySoMuchWaits() {
    var queue = queue(3, Duration.ofMinutes(1));
    var taken = new ArrayList<Future<Integer>>();
    for (var i = 0; i < 3; i++) {
      assertThat(queue.isFull()).isFalse();
      taken.add(slow(queue));
    }
    assertThat(queue.isFull()).isTrue();
    assertBusy(slow(queue));
    hold.countDown();
    Future.all(taken).await();
    assertThat(done).hasValue(3);
    await().untilAsserted(() -> assertThat(queue.isFull()).isFalse());
  }

  @Test
  void whatHasWaitedTooLongIsNotDone() throws InterruptedException {
    var wait = Duration.ofSeconds(1);
    var queue = queue(10, wait);
    var first = slow(queue);
    begun.await();
    var second = slow(queue);
    Thread.sleep(wait.plusMillis(10).toMillis());
    hold.countDown();
    first.await();
    assertBusy(second);
    assertThat(done).hasValue(1);
  }

  @Test
  void whatNobodyWaitsForIsNotDone() throws InterruptedException {
    var queue = queue(10, Duration.ofMinutes(1));
    var first = slow(queue);
    begun.await();
    var second = slow(queue);
    gone.set(true);
    hold.countDown();
    first.await();
    assertBusy(second);
    assertThat(done).hasValue(1);
  }

  @Test
  void whatFailsMakesRoomToo() {
    var queue = queue(1, Duration.ofMinutes(1));
    for (var i = 0; i < 3; i++) {
      var failed =
          queue.run(
              () -> {
                throw new IllegalStateException("expected");
              });
      await().until(failed::isComplete);
      assertThat(failed.cause()).hasMessage("expected");
      await().untilAsserted(() -> assertThat(queue.isFull()).isFalse());
    }
  }

  private static void assertBusy(Future<?> work) {
    await().until(work::isComplete);
    assertThat(work.cause())
        .isInstanceOfSatisfying(
            ForumException.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Kind.BUSY);
              assertThat(refusal.retryAfterSeconds()).isPositive();
            });
  }
}
