package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.failure.ForumException;

/** Pages that are old as soon as they are made. */
@Timeout(60)
class StaleGuestPagesTest extends GuestPagesStand {

  StaleGuestPagesTest() {
    super(Duration.ZERO, Duration.ofHours(1));
  }

  @Test
  void aPageIsServedWhileTheDatabaseIsAwayOrThereIsTooMuchToDo() throws InterruptedException {
    keep("/api/index", "before");
    for (var refusal :
        List.of(
            ForumException.unavailable("database", new IOException("cut")),
            ForumException.busy(),
            new TimeoutException("Timeout"))) {
      var during = get("/api/index");
      next().fail(refusal);
      assertStale(during.await(), "before");
    }
    var after = get("/api/index");
    next().complete(answer("after"));
    assertThat(text(after.await())).isEqualTo("after");
    assertThat(after.await().getHeader("warning")).isNull();
    assertThat(after.await().getHeader("age")).isNull();
  }

  @Test
  void whoAsksWhileAPageIsMadeAnewGetsTheOldOneAtOnce() throws InterruptedException {
    keep("/api/topic/7", "old");
    var first = get("/api/topic/7");
    var reading = next();
    for (var other : IntStream.range(0, 10).mapToObj(n -> get("/api/topic/7")).toList()) {
      assertStale(other.await(), "old");
    }
    assertThat(asked).as("one refresh at a time").isEmpty();
    reading.complete(answer("new"));
    first.await();
    var second = get("/api/topic/7");
    next();
    assertStale(second.await(), "new");
  }

  @Test
  void whoRefreshesAPageDoesNotWaitForASlowDatabase() throws InterruptedException {
    keep("/api/topic/7", "old");
    var first = get("/api/topic/7");
    var reading = next();
    assertStale(first.await(), "old");
    reading.complete(answer("new"));
    await()
        .untilAsserted(
            () -> {
              var later = get("/api/topic/7");
              assertThat(text(later.await())).isEqualTo("new");
            });
  }

  @Test
  void whatWasDroppedDoesNotComeBack() throws InterruptedException {
    keep("/api/topic/7", "deleted");
    pages.drop(Set.of("topics"));
    var during = get("/api/topic/7");
    next().fail(ForumException.unavailable("database", new IOException("cut")));
    assertThat(during.await().statusCode()).isEqualTo(503);
  }

  @Test
  void whatIsDroppedWhileItIsMadeAnewDoesNotComeBack() throws InterruptedException {
    keep("/api/topic/7", "deleted");
    var first = get("/api/topic/7");
    var reading = next();
    pages.drop(Set.of("topics"));
    reading.fail(ForumException.unavailable("database", new IOException("cut")));
    assertThat(first.await().statusCode()).isEqualTo(503);
    var second = get("/api/topic/7");
    next().fail(ForumException.unavailable("database", new IOException("cut")));
    assertThat(second.await().statusCode()).isEqualTo(503);
  }

  @Test
  void whatWasReadBeforeADropIsNotKeptByTheRefreshThatReadIt() throws InterruptedException {
    keep("/api/topic/7", "deleted");
    var first = get("/api/topic/7");
    var reading = next();
    pages.drop(Set.of("topics"));
    reading.complete(answer("deleted, read before"));
    first.await();
    var second = get("/api/topic/7");
    next().fail(ForumException.unavailable("database", new IOException("cut")));
    assertThat(second.await().statusCode()).isEqualTo(503);
  }

  /** Though the event that says so was lost. */
  @Test
  void whatIsFoundToBeGoneDoesNotComeBack() throws InterruptedException {
    keep("/api/topic/7", "deleted elsewhere");
    var first = get("/api/topic/7");
    next().fail(ForumException.notFound("topic"));
    assertThat(first.await().statusCode()).isEqualTo(404);
    var second = get("/api/topic/7");
    next().fail(ForumException.unavailable("database", new IOException("cut")));
    assertThat(second.await().statusCode()).isEqualTo(503);
  }

  @Test
  void aDefectIsShownAndThePageStays() throws InterruptedException {
    keep("/api/index", "kept");
    var first = get("/api/index");
    next().fail(new IllegalStateException("a defect, made by a test"));
    assertThat(first.await().statusCode()).isEqualTo(500);
    var second = get("/api/index");
    next().fail(ForumException.busy());
    assertStale(second.await(), "kept");
  }

  @Test
  void membersAreNeverServedAnOldPage() throws InterruptedException {
    keep("/api/index", "for guests");
    var member = client.get("/api/index").bearerTokenAuthentication("token").send();
    next().fail(ForumException.busy());
    assertThat(member.await().statusCode()).isEqualTo(503);
  }

  private void keep(String path, String text) throws InterruptedException {
    var first = get(path);
    next().complete(answer(text));
    assertThat(text(first.await())).isEqualTo(text);
  }

  private static void assertStale(HttpResponse<Buffer> answer, String text) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo(text);
    assertThat(answer.getHeader("age")).matches("\\d+");
    assertThat(answer.getHeader("cache-status")).startsWith("Parley; hit; ttl=");
    assertThat(answer.getHeader("warning")).startsWith("110 ");
  }
}
