package parley.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import parley.Client;
import parley.Forum;

/**
 * Frames of nonsense: each is answered or refused, none is a defect, and none writes a failure into
 * the log.
 */
class HostileFramesIT {

  private static final int FRAMES = 1_500;

  /** More than a parser may follow, and less than a frame may have. */
  private static final int DEEP = 20_000;

  private static final List<String> ADDRESSES =
      List.of(
          "bridge.ping",
          "index",
          "chat.join",
          "chat.send",
          "chat.typing",
          "chat.read",
          "chat.room.",
          "chat.room.1",
          "chat.room.00000000-0000-0000-0000-000000000000",
          "chat.user.",
          "chat.user.-1",
          "chat.user.99999999999999999999",
          "topic.",
          "topic.x",
          "topic.1",
          "topic.-9223372036854775808",
          "parley.member.changed",
          "",
          " ",
          "\u0000",
          "é",
          "__vertx.",
          "\uD800");

  private static Forum forum;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeAll
  static void start() {
    forum = Forum.with(Map.of("PARLEY_BRIDGE_FRAMES_PER_SECOND", "100000"));
  }

  @AfterAll
  static void stop() {
    forum.close();
  }

  @BeforeEach
  void listen() {
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void unlisten() {
    root().detachAppender(log);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  /** Other forums of these tests write into the same log, but not of frames. */
  private void assertNothingFailed() {
    assertThat(List.copyOf(log.list))
        .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
        .filteredOn(
            line ->
                line.getLoggerName().startsWith("parley.bridge")
                    || line.getLoggerName().contains("sockjs")
                    || line.getLoggerName().contains("ContextImpl")
                        && line.getThrowableProxy() != null
                        && IntStream.range(
                                0, line.getThrowableProxy().getStackTraceElementProxyArray().length)
                            .mapToObj(
                                i ->
                                    line.getThrowableProxy()
                                        .getStackTraceElementProxyArray()[i]
                                        .toString())
                            .anyMatch(at -> at.contains("bridge") || at.contains("sockjs")))
        .isEmpty();
  }

  /** Any JSON, most of it small. */
  private static String value(Random random, int depth) {
    var kinds = depth > 4 ? 8 : 10;
    return switch (random.nextInt(kinds)) {
      case 0 -> "null";
      case 1 -> random.nextBoolean() ? "true" : "false";
      case 2 ->
          List.of("0", "-1", "1.5", "1e400", "-0", "9223372036854775808", "7".repeat(2_000))
              .get(random.nextInt(7));
      case 3 -> "\"\"";
      case 4 -> new JsonObject().put("", ADDRESSES.get(random.nextInt(ADDRESSES.size()))).encode();
      case 5 -> "\"" + "x".repeat(random.nextInt(300)) + "\"";
      case 6 -> "\"00000000-0000-0000-0000-00000000000" + random.nextInt(10) + "\"";
      case 7 -> List.of("\"\\u0000\"", "\"\\ud800\"", "\"\\u202e\"").get(random.nextInt(3));
      case 8 ->
          IntStream.range(0, random.nextInt(4))
              .mapToObj(i -> value(random, depth + 1))
              .toList()
              .toString();
      default -> object(random, depth + 1, "roomId", "content", "clientId", "messageId", "token");
    };
  }

  private static String object(Random random, int depth, String... keys) {
    var members = new ArrayList<String>();
    for (var key : keys) {
      if (random.nextInt(3) > 0) {
        members.add("\"" + key + "\":" + value(random, depth));
      }
    }
    return "{" + String.join(",", members) + "}";
  }

  private static String frame(Random random, String token) {
    var types = List.of("send", "send", "send", "register", "unregister", "publish", "ping");
    var address = ADDRESSES.get(random.nextInt(ADDRESSES.size()));
    var frame =
        JsonObject.of("type", types.get(random.nextInt(types.size())), "address", address).encode();
    var body =
        random.nextInt(8) == 0
            ? value(random, 0)
            : object(random, 0, "roomId", "content", "clientId", "messageId");
    var text = new StringBuilder(frame.substring(0, frame.length() - 1));
    text.append(",\"body\":").append(body);
    if (token != null) {
      text.append(",\"headers\":")
          .append(random.nextInt(8) == 0 ? value(random, 0) : "{\"token\":\"" + token + "\"}");
    }
    if (random.nextInt(8) == 0) {
      text.append(",\"replyAddress\":").append(value(random, 0));
    }
    return random.nextInt(12) == 0 ? value(random, 0) : text.append("}").toString();
  }

  @Test
  void randomFramesOfGuestsAndMembersAreAnsweredOrRefused() {
    var member = forum.member();
    for (var token : new String[] {null, member.token()}) {
      var seed = System.nanoTime();
      var random = new Random(seed);
      var client = BridgeClient.guest(forum);
      try {
        for (var i = 0; i < FRAMES; i++) {
          var sent = frame(random, token);
          client.write(sent);
          if (i % 20 == 0) {
            if (client.isClosed()) { // a wrong token ends a connection
              client.close();
              client = BridgeClient.guest(forum);
            } else {
              sync(client);
            }
          }
          assertThat(client.untaken())
              .as("seed %d, frame %s", seed, sent)
              .noneMatch(answer -> Integer.valueOf(500).equals(answer.getInteger("failureCode")));
        }
      } finally {
        client.close();
      }
    }
    assertNothingFailed();
  }

  /** Waits until the frames so far are worked on, or the connection was ended. */
  private static void sync(BridgeClient client) {
    var reply = client.post("bridge.ping", new JsonObject());
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(30))
        .until(
            () ->
                client.isClosed()
                    || client.untaken().stream()
                        .anyMatch(frame -> reply.equals(frame.getString("address"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void deepNestingIsRefused(String open) {
    var member = forum.member();
    try (var client = BridgeClient.of(forum, member)) {
      var deep = open.repeat(DEEP / open.length());
      client.write(deep);
      assertThat(client.error().getInteger("failureCode")).isEqualTo(400);
      client.write("{\"type\":\"send\",\"address\":\"chat.send\",\"body\":" + deep);
      assertThat(client.error().getInteger("failureCode")).isEqualTo(400);
    }
    assertNothingFailed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[null]",
        "null",
        "[",
        "]",
        "5",
        "\"x\"",
        "\"\"",
        "{}",
        "[1]",
        "[[]]",
        "[{}]",
        "[\"{}\",null]",
        "[null,\"{}\"]",
        "[\"null\"]",
        "[\"[null]\"]",
        "[true]",
        "{\"a\":null}",
        "\u0000",
        "[\"\\ud800\"]"
      })
  void whatIsNoListOfTextsIsRefusedOnTheWebSocketOfSockJs(String text) {
    for (var port : new int[] {forum.port(), forum.bridgePort()}) {
      var socket = sockJs(port, forum.member());
      try {
        onLoop(() -> socket.writeTextMessage(text)).otherwiseEmpty();
        onLoop(() -> socket.writeBinaryMessage(Buffer.buffer(text))).otherwiseEmpty();
      } finally {
        onLoop(socket::close).otherwiseEmpty();
      }
    }
    // the forum works on
    try (var client = BridgeClient.of(forum, forum.member())) {
      client.send("bridge.ping", new JsonObject());
    }
    assertNothingFailed();
  }

  private static WebSocket sockJs(int port, Client member) {
    WebSocketClient http = forum.vertx().createWebSocketClient();
    var options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI("/eventbus/123/" + java.util.UUID.randomUUID() + "/websocket")
            .addHeader("authorization", "Bearer " + member.token());
    return onLoop(() -> http.connect(options)).result();
  }

  private static <T> Future<T> onLoop(java.util.function.Supplier<Future<T>> work) {
    var done = new CompletableFuture<Future<T>>();
    forum
        .vertx()
        .runOnContext(now -> work.get().onComplete(outcome -> done.complete(asFuture(outcome))));
    return done.orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static <T> Future<T> asFuture(io.vertx.core.AsyncResult<T> outcome) {
    return outcome.succeeded()
        ? Future.succeededFuture(outcome.result())
        : Future.failedFuture(outcome.cause());
  }
}
