package parley.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A process that is told to stop while it is in use. */
@Execution(ExecutionMode.SAME_THREAD)
class StoppingIT {

  private static final Path DATA = DataFolder.make();
  private static final int WRITERS = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();

  @Test
  void whoWritesIsToldWhichAnswerIsTheLastAndNothingAcknowledgedIsLost() throws Exception {
    try (var parley = Program.run(DATA, Map.of()).awaitReady()) {
      var token = Someone.register(parley, "w" + Long.toString(System.nanoTime(), 36));
      var pool = Executors.newFixedThreadPool(WRITERS);
      var writers =
          IntStream.range(0, WRITERS)
              .mapToObj(n -> pool.submit(writer(parley.port(), token)))
              .toList();
      await().atMost(PATIENCE).until(() -> acknowledged.size() > WRITERS * 5);
      parley.signal("TERM");
      for (Future<Boolean> writer : writers) {
        assertThat(writer.get(1, TimeUnit.MINUTES)).as("its last answer said so").isTrue();
      }
      pool.shutdown();
      assertThat(parley.exitCode()).isZero();
    }
    try (var parley = Program.run(DATA, Map.of()).awaitReady()) {
      assertThat(acknowledged)
          .allSatisfy(id -> assertThat(parley.get("/api/topic/" + id).statusCode()).isEqualTo(200));
    }
  }

  /** Posts until an answer is the last one; fails where a request has no answer. */
  private Callable<Boolean> writer(int port, String token) {
    return () -> {
      var body = JsonObject.of("title", "Written at the end", "content", "Text", "boardId", 1);
      try (var client = new KeptAlive(port)) {
        while (true) {
          var answer = client.post("/api/topic/add", token, body);
          if (answer.status() == 201) {
            acknowledged.add(new JsonObject(answer.body()).getLong("id"));
          } else {
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
          }
          if (answer.last()) {
            return client.isClosedInOrder();
          }
        }
      }
    };
  }

  @Test
  void aBalancerIsToldAtOnceAndEverybodyIsServedUntilItHasTurnedAway() throws Exception {
    var management = freePort();
    var settings =
        Map.of(
            "PARLEY_MANAGEMENT_PORT",
            Integer.toString(management),
            "PARLEY_HTTP_DRAIN_SECONDS",
            "3");
    try (var parley = Program.run(DATA, settings).awaitReady();
        var idle = new KeptAlive(parley.port());
        var busy = new KeptAlive(parley.port())) {
      assertThat(idle.get("/api/site").last()).isFalse();
      assertThat(busy.get("/api/site").last()).isFalse();
      var ready = URI.create("http://127.0.0.1:" + management + "/health/ready");
      assertThat(status(ready)).isEqualTo(200);
      parley.signal("TERM").awaitOutput("Stopping");
      await().atMost(Duration.ofSeconds(2)).until(() -> status(ready) == 503);
      var answer = busy.get("/api/site");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.last()).isTrue();
      assertThat(busy.isClosedInOrder()).isTrue();
      assertThat(parley.get("/api/site").statusCode()).as("a new connection").isEqualTo(200);
      assertThat(idle.isClosedInOrder()).isTrue();
      assertThat(parley.exitCode()).isZero();
    }
  }

  @Test
  void liveConnectionsAreToldThatTheServerGoesAway() throws Exception {
    try (var parley = Program.run(DATA, Map.of()).awaitReady()) {
      var closed = new CompletableFuture<Integer>();
      HttpClient.newHttpClient()
          .newWebSocketBuilder()
          .buildAsync(
              URI.create("ws://127.0.0.1:" + parley.port() + "/eventbus/websocket"),
              new WebSocket.Listener() {
                @Override
                public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                  closed.complete(code);
                  return null;
                }
              })
          .get(1, TimeUnit.MINUTES);
      parley.signal("TERM");
      assertThat(closed.get(1, TimeUnit.MINUTES)).isEqualTo(1001);
      assertThat(parley.exitCode()).isZero();
    }
  }

  private static int status(URI uri) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
