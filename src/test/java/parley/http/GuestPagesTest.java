package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.failure.ForumException;

@Timeout(60)
class GuestPagesTest extends GuestPagesStand {

  GuestPagesTest() {
    super(Duration.ofHours(1), Duration.ofHours(1));
  }

  @Test
  void manyWhoAskAtOnceWaitForOneAnswer() throws InterruptedException {
    var answers = IntStream.range(0, 20).mapToObj(n -> get("/api/index")).toList();
    next().complete(answer("once"));
    assertThat(Future.all(answers).await().<HttpResponse<Buffer>>list())
        .allSatisfy(answer -> assertThat(text(answer)).isEqualTo("once"));
    assertThat(asked).isEmpty();
  }

  @Test
  void whatWasReadBeforeAChangeIsNotKeptAfterIt() throws InterruptedException {
    var before = get("/api/index");
    var reading = next();
    pages.drop(Set.of("lists"));
    reading.complete(answer("old"));
    assertThat(text(before.await())).isEqualTo("old");

    var after = get("/api/index");
    next().complete(answer("new"));
    assertThat(text(after.await())).isEqualTo("new");
  }

  @Test
  void whoAsksAfterAChangeDoesNotWaitForWhatWasReadBeforeIt() throws InterruptedException {
    var before = get("/api/index");
    var reading = next();
    pages.drop(Set.of("lists"));
    var after = get("/api/index");
    arrivals.acquire(2);
    reading.complete(answer("old"));
    assertThat(text(before.await())).isEqualTo("old");
    next().complete(answer("new"));
    assertThat(text(after.await())).isEqualTo("new");
    assertThat(text(get("/api/index").await())).isEqualTo("new");
  }

  @Test
  void aChangeOfSomethingElseLeavesAPageAsItIs() throws InterruptedException {
    var before = get("/api/index");
    var reading = next();
    pages.drop(Set.of("another"));
    var after = get("/api/index");
    reading.complete(answer("the one"));
    assertThat(text(before.await())).isEqualTo("the one");
    assertThat(text(after.await())).isEqualTo("the one");
    pages.drop(Set.of("another"));
    assertThat(text(get("/api/index").await())).isEqualTo("the one");
  }

  @Test
  void everyPageWithATagIsDropped() throws InterruptedException {
    for (var path : List.of("/api/index", "/api/topic/7")) {
      var first = get(path);
      next().complete(answer("by somebody"));
      first.await();
    }
    pages.drop(Set.of("by somebody"));
    for (var path : List.of("/api/index", "/api/topic/7")) {
      var second = get(path);
      next().complete(answer("by somebody else"));
      assertThat(text(second.await())).isEqualTo("by somebody else");
    }
  }

  @Test
  void whoWaitsForARefusalIsRefusedAndItIsNotKept() throws InterruptedException {
    var answers = IntStream.range(0, 3).mapToObj(n -> get("/api/topic/7")).toList();
    arrivals.acquire(answers.size());
    next().fail(ForumException.notFound("topic"));
    assertThat(Future.all(answers).await().<HttpResponse<Buffer>>list())
        .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(404));
    var born = get("/api/topic/7");
    next().complete(answer("born"));
    assertThat(text(born.await())).isEqualTo("born");
  }

  @Test
  void whenWhoWasToMakeThePageGoesAwayAnotherDoes() throws InterruptedException {
    var leaver = WebClient.create(vertx);
    leaver.get(server.actualPort(), "127.0.0.1", "/api/index").send();
    next();
    var waiting = IntStream.range(0, 5).mapToObj(n -> get("/api/index")).toList();
    leaver.close();
    next().complete(answer("made by another"));
    assertThat(Future.all(waiting).await().<HttpResponse<Buffer>>list())
        .allSatisfy(answer -> assertThat(text(answer)).isEqualTo("made by another"));
  }

  @Test
  void whoWaitsMayHaveSentABody() throws InterruptedException {
    var leaver = WebClient.create(vertx);
    leaver.get(server.actualPort(), "127.0.0.1", "/api/topic/8").send();
    next();
    var waiting =
        client.request(HttpMethod.GET, "/api/topic/8").sendBuffer(Buffer.buffer("a body"));
    leaver.close();
    next().complete(answer("read all the same"));
    assertThat(text(waiting.await())).isEqualTo("read all the same");
  }

  @Test
  void whoIsRefusedForTheirBodyLeavesNobodyWaiting() throws InterruptedException {
    var large = Buffer.buffer("x".repeat(101));
    var refused = client.request(HttpMethod.GET, "/api/index").sendBuffer(large).await();
    assertThat(refused.statusCode()).isEqualTo(413);
    var others = get("/api/index");
    next().complete(answer("made by another"));
    assertThat(text(others.await())).isEqualTo("made by another");
  }

  @Test
  void theSameQuestionInAnotherOrderIsTheSame() throws InterruptedException {
    var first = get("/api/index?page=2&board=1");
    next().complete(answer("page 2"));
    first.await();
    assertThat(text(get("/api/index?board=1&page=2").await())).isEqualTo("page 2");
  }

  @Test
  void oneQuestionCannotPassForAnother() throws InterruptedException {
    for (var query :
        new String[] {
          "page=2",
          "page=2&page=1",
          "page=1&page=2",
          "PAGE=1&page=3",
          "page=3&PAGE=1",
          "page=1%2C%20board%3D2",
          "page=1&board=2",
          "pageSize=2"
        }) {
      var answer = get("/api/index?" + query);
      next().complete(answer(query));
      assertThat(text(answer.await())).isEqualTo(query);
    }
  }

  @Test
  void aPageThatIsKnownIsNotSentAgain() throws InterruptedException {
    var first = get("/api/site");
    next().complete(answer("site"));
    var etag = first.await().getHeader("etag");
    var again = client.get("/api/site").putHeader("if-none-match", etag).send().await();
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isNull();
    assertThat(again.getHeader("etag")).isEqualTo(etag);
    assertThat(first.await().getHeader("vary")).contains("cookie").contains("authorization");
  }

  @Test
  void aPageIsCompressedForWhoCanReadIt() throws InterruptedException {
    var first = get("/api/site");
    next().complete(answer("site ".repeat(500)));
    assertThat(first.await().getHeader("content-encoding")).isNull();
    var packed = client.get("/api/site").putHeader("accept-encoding", "gzip").send().await();
    assertThat(packed.getHeader("content-encoding")).isEqualTo("gzip");
    assertThat(packed.body().length()).isLessThan(500);
    assertThat(packed.body().getUnsignedByte(0)).as("gzip, once").isEqualTo((short) 0x1f);
  }

  @Test
  void whatIsTooLargeIsNotKept() throws InterruptedException {
    var incompressible = new byte[1_000_000];
    new Random(1).nextBytes(incompressible);
    var large = answer(Base64.getEncoder().encodeToString(incompressible));
    var first = get("/api/index");
    next().complete(large);
    first.await();
    var second = get("/api/index");
    next().complete(answer("asked again"));
    assertThat(text(second.await())).isEqualTo("asked again");
  }

  @Test
  void membersAndChangesPassBy() throws InterruptedException {
    var member = client.get("/api/index").bearerTokenAuthentication("token").send();
    next().complete(answer("for the member"));
    assertThat(text(member.await())).isEqualTo("for the member");
    var cookie = client.get("/api/index").putHeader("cookie", "parley_session=token").send();
    next().complete(answer("for the cookie"));
    assertThat(text(cookie.await())).isEqualTo("for the cookie");
    var guest = get("/api/index");
    next().complete(answer("for guests"));
    assertThat(text(guest.await())).isEqualTo("for guests");
  }
}
