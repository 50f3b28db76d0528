package parley.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.parsetools.RecordParser;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.Client;
import parley.Forum;
import parley.nginx.Nginx;

/** What SockJS falls back on where WebSockets are blocked, and SockJS' own WebSocket. */
class SockJsIT {

  private static final Forum FORUM = Forum.shared();

  enum Port {
    BRIDGE(Forum::bridgePort),
    PUBLIC(Forum::port),
    NGINX(forum -> Nginx.shared().port());

    private final Function<Forum, Integer> number;

    Port(Function<Forum, Integer> number) {
      this.number = number;
    }

    int number() {
      return number.apply(FORUM);
    }
  }

  private final HttpClient http =
      FORUM.vertx().createHttpClient(new HttpClientOptions().setKeepAlive(false));
  private final Client ann = FORUM.member();
  private final String session = "/eventbus/123/" + UUID.randomUUID();

  @AfterEach
  void close() {
    http.close().await();
  }

  @ParameterizedTest
  @EnumSource
  void theFallbacksAreOffered(Port port) {
    var info = new JsonObject(ask(HttpMethod.GET, port, "/eventbus/info", ""));
    assertThat(info.getBoolean("websocket")).isTrue();
    assertThat(info.getBoolean("cookie_needed")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void pollingCarriesFramesBothWays(Port port) {
    assertThat(poll(port)).isEqualTo("o\n");
    send(port, JsonObject.of("type", "register", "address", "user." + ann.id()));
    send(port, JsonObject.of("type", "register", "address", "user.1"));

    var frames = new JsonArray(poll(port).substring(1));
    var refused = new JsonObject(frames.getString(0));
    assertThat(refused.getInteger("failureCode")).isEqualTo(403);
    assertThat(refused.getString("address")).isEqualTo("user.1");
  }

  @ParameterizedTest
  @EnumSource
  void aStreamBringsEventsAsTheyHappen(Port port) {
    var stream = stream(port);
    assertThat(line(stream)).startsWith("hhhh");
    assertThat(line(stream)).isEqualTo("o");
    var topicId = ann.topic("Streamed", "And not kept back").getLong("id");
    send(port, JsonObject.of("type", "register", "address", "topic." + topicId));
    send(port, JsonObject.of("type", "send", "address", "nowhere"));
    assertThat(line(stream)).contains("403"); // so it listens

    ann.reply(topicId, "At once");
    assertThat(line(stream)).contains("replyAdded");
  }

  @ParameterizedTest
  @EnumSource
  void anotherPageDoesNotUseTheCookie(Port port) {
    var status =
        http.request(HttpMethod.POST, port.number(), "127.0.0.1", session + "/xhr")
            .compose(
                request ->
                    request
                        .putHeader("cookie", "parley_session=" + ann.token())
                        .putHeader("origin", "https://evil.example")
                        .send())
            .map(response -> response.statusCode())
            .await();
    assertThat(status).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource
  void aBodyOverTheLimitIsRefused(Port port) {
    poll(port);
    var status = status(port, session + "/xhr_send", "[\"" + "x".repeat(200_000) + "\"]");
    assertThat(status).isEqualTo(413);
  }

  private String poll(Port port) {
    return ask(HttpMethod.POST, port, session + "/xhr", "");
  }

  private void send(Port port, JsonObject frame) {
    var body = new JsonArray().add(frame.encode()).encode();
    assertThat(status(port, session + "/xhr_send", body)).isEqualTo(204);
  }

  private int status(Port port, String path, String body) {
    return onLoop(
            () ->
                http.request(HttpMethod.POST, port.number(), "127.0.0.1", path)
                    .compose(request -> signed(request, port).send(body))
                    .map(response -> response.statusCode()))
        .await();
  }

  private String ask(HttpMethod method, Port port, String path, String body) {
    return onLoop(
            () ->
                http.request(method, port.number(), "127.0.0.1", path)
                    .compose(request -> signed(request, port).send(body))
                    .compose(response -> response.body()))
        .await()
        .toString();
  }

  /** So that an answer cannot come before somebody is there to read it. */
  private static <T> Future<T> onLoop(Supplier<Future<T>> work) {
    var promise = Promise.<T>promise();
    FORUM.vertx().runOnContext(now -> work.get().onComplete(promise));
    return promise.future();
  }

  private HttpClientRequest signed(HttpClientRequest request, Port port) {
    return request
        .putHeader("cookie", "parley_session=" + ann.token())
        .putHeader("accept-encoding", "gzip, deflate")
        .putHeader("origin", "http://127.0.0.1:" + port.number());
  }

  /** The lines of a stream, as they come. */
  private BlockingQueue<String> stream(Port port) {
    var lines = new LinkedBlockingQueue<String>();
    onLoop(
        () ->
            http.request(HttpMethod.POST, port.number(), "127.0.0.1", session + "/xhr_streaming")
                .compose(request -> signed(request, port).send())
                .onSuccess(
                    response ->
                        response.handler(
                            RecordParser.newDelimited("\n", line -> lines.add(line.toString())))));
    return lines;
  }

  private static String line(BlockingQueue<String> lines) {
    try {
      var line = lines.poll(10, TimeUnit.SECONDS);
      assertThat(line).isNotNull();
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
