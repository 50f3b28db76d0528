package parley.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
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
  void noOtherTransportIsOfferedNorAnyPage(Port port) {
    for (var path :
        List.of(
            "/eventbus/iframe.html",
            "/eventbus/iframe-1.6.1.html",
            "/eventbus/iframe-.html",
            "/eventbus//iframe.html",
            "/eventbus/./iframe.html",
            "/eventbus/",
            "/eventbus/chunking_test",
            session + "/eventsource",
            session + "/htmlfile?c=alert",
            session + "/jsonp?c=alert")) {
      assertThat(statusOf(HttpMethod.GET, port, path)).as(path).isEqualTo(404);
    }
    for (var path :
        List.of(session + "/xhr_streaming", session + "/jsonp_send", "/eventbus/info")) {
      assertThat(status(port, path, "")).as(path).isEqualTo(404);
    }
    assertThat(statusOf(HttpMethod.OPTIONS, port, session + "/xhr")).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource
  void aConversationBelongsToWhoBeganIt(Port port) {
    assertThat(poll(port)).isEqualTo("o\n");
    var eve = FORUM.member();
    for (var stranger : Arrays.asList(null, eve.token())) {
      assertThat(statusAs(stranger, port, session + "/xhr", "")).isEqualTo(404);
      assertThat(statusAs(stranger, port, session + "/xhr_send", "[\"{}\"]")).isEqualTo(404);
    }
    send(port, JsonObject.of("type", "send", "address", "nowhere"));
    assertThat(poll(port)).contains("403");
  }

  @ParameterizedTest
  @EnumSource
  void nobodySendsToAConversationThatNobodyBegan(Port port) {
    assertThat(status(port, session + "/xhr_send", "[\"{}\"]")).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoListOfTextsIsRefusedAndNothingIsLogged(Port port) {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(log);
    try {
      poll(port);
      for (var body :
          List.of("[null]", "[\"{}\",null]", "[1]", "[{}]", "[[]]", "null", "{}", "[", "5", "x")) {
        assertThat(status(port, session + "/xhr_send", body)).as(body).isEqualTo(400);
      }
      assertThat(status(port, session + "/xhr_send", "")).isEqualTo(400);
      assertThat(log.list).filteredOn(line -> line.getThrowableProxy() != null).isEmpty();
    } finally {
      root.detachAppender(log);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noPageOfAnotherOriginMayReadAnAnswer(Port port) {
    var allowed =
        onLoop(
                () ->
                    http.request(HttpMethod.GET, port.number(), "127.0.0.1", "/eventbus/info")
                        .compose(
                            request -> request.putHeader("origin", "https://evil.example").send())
                        .map(
                            response -> response.headers().contains("access-control-allow-origin")))
            .await();
    assertThat(allowed).isFalse();
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
    return statusAs(ann.token(), port, path, body);
  }

  private int statusAs(String token, Port port, String path, String body) {
    return onLoop(
            () ->
                http.request(HttpMethod.POST, port.number(), "127.0.0.1", path)
                    .compose(request -> signed(request, port, token).send(body))
                    .map(response -> response.statusCode()))
        .await();
  }

  private int statusOf(HttpMethod method, Port port, String path) {
    return onLoop(
            () ->
                http.request(method, port.number(), "127.0.0.1", path)
                    .compose(request -> signed(request, port).send())
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
    return signed(request, port, ann.token());
  }

  private static HttpClientRequest signed(HttpClientRequest request, Port port, String token) {
    if (token != null) {
      request.putHeader("cookie", "parley_session=" + token);
    }
    return request
        .putHeader("accept-encoding", "gzip, deflate")
        .putHeader("origin", "http://127.0.0.1:" + port.number());
  }
}
