package parley.small;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writers, readers, live connections and sign-ins, all at once, from one event loop. */
final class Load implements AutoCloseable {

  static final int REPLIES = 2_000;
  static final int READS = 20_000;
  static final int SOCKETS = 5_000;
  static final int SIGN_INS = 200;

  private static final int MEMBERS = 20;
  private static final int WRITERS = 16;
  private static final int READERS = 32;
  private static final int CONNECTING = 50;
  private static final long AGAIN_MS = 500;

  /** Who sends nothing for a minute is disconnected. */
  private static final long PING_MS = 20_000;

  private static final String PING = JsonObject.of("type", "ping").encode();
  private static final String PASSWORD = "correct horse battery";
  private static final Set<Integer> MAY_REFUSE = Set.of(429, 503);
  private static final int SUCCESS = 300;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final WebClient web;
  private final WebSocketClient sockets;
  private final int port;
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final List<String> tokens = new ArrayList<>();
  private final List<Long> topics = new ArrayList<>();
  private final List<WebSocket> held = new ArrayList<>();
  private final Outcomes replies = new Outcomes("replies");
  private final Outcomes reads = new Outcomes("reads");
  private final Outcomes connections = new Outcomes("WebSockets");
  private final Outcomes signIns = new Outcomes("sign-ins");
  private final AtomicInteger lost = new AtomicInteger();

  Load(int port) {
    this.port = port;
    web =
        WebClient.create(
            vertx,
            new WebClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port),
            new PoolOptions().setHttp1MaxSize(SIGN_INS + READERS + WRITERS));
    sockets =
        vertx.createWebSocketClient(
            new WebSocketClientOptions().setMaxConnections(SOCKETS).setMaxFrameSize(1 << 20));
  }

  /** Members and topics, before anything is measured. */
  void prepare() {
    for (var n = 0; n < MEMBERS; n++) {
      var account =
          JsonObject.of("username", name(n), "email", name(n) + "@example.org")
              .put("password", PASSWORD);
      var registered = send(HttpMethod.POST, "/api/register", null, account).await();
      var token = registered.bodyAsJsonObject().getString("token");
      tokens.add(token);
      var draft = JsonObject.of("title", "Small", "content", "Text", "boardId", 1);
      var topic = send(HttpMethod.POST, "/api/topic/add", token, draft).await();
      topics.add(topic.bodyAsJsonObject().getLong("id"));
    }
  }

  /** All of it at once; returns when all is done. */
  List<Outcomes> run() {
    Future.all(
            many(connections, SOCKETS, CONNECTING, this::connect),
            many(replies, REPLIES, WRITERS, this::reply),
            many(reads, READS, READERS, this::read),
            many(signIns, SIGN_INS, SIGN_INS, this::signIn))
        .await();
    return List.of(connections, replies, reads, signIns);
  }

  int held() {
    return held.size() - lost.get();
  }

  /** So many at a time, each again until it is done. */
  private Future<Void> many(
      Outcomes outcomes, int count, int atOnce, IntFunction<Future<Boolean>> one) {
    var next = new AtomicInteger();
    var all = new ArrayList<Future<Void>>();
    for (var n = 0; n < Math.min(count, atOnce); n++) {
      var lane = Promise.<Void>promise();
      vertx.runOnContext(now -> lane(outcomes, count, next, one, lane));
      all.add(lane.future());
    }
    return Future.all(all).mapEmpty();
  }

  private void lane(
      Outcomes outcomes,
      int count,
      AtomicInteger next,
      IntFunction<Future<Boolean>> one,
      Promise<Void> ended) {
    var number = next.getAndIncrement();
    if (number >= count) {
      ended.complete();
      return;
    }
    until(outcomes, () -> one.apply(number))
        .onComplete(done -> vertx.runOnContext(now -> lane(outcomes, count, next, one, ended)));
  }

  private Future<Void> until(Outcomes outcomes, Supplier<Future<Boolean>> attempt) {
    return attempt
        .get()
        .transform(
            done -> {
              if (done.failed()) {
                outcomes.failed(String.valueOf(done.cause().getMessage()));
                return Future.succeededFuture();
              }
              if (done.result()) {
                outcomes.done();
                return Future.succeededFuture();
              }
              return vertx.timer(AGAIN_MS).compose(later -> until(outcomes, attempt));
            });
  }

  private Future<Boolean> reply(int number) {
    var member = number % MEMBERS;
    var body = JsonObject.of("topicId", topics.get(member), "content", "Reply " + number);
    return send(HttpMethod.POST, "/api/reply/add", tokens.get(member), body)
        .compose(answer -> judged(replies, answer));
  }

  /** Of guests and of members by turns. */
  private Future<Boolean> read(int number) {
    var path = "/api/topic/" + topics.get(number % MEMBERS);
    var token = number % 2 == 0 ? tokens.get(number % MEMBERS) : null;
    return send(HttpMethod.GET, number % 5 == 0 ? "/api/index" : path, token, null)
        .compose(answer -> judged(reads, answer));
  }

  private Future<Boolean> signIn(int number) {
    var body = JsonObject.of("username", name(number % MEMBERS), "password", PASSWORD);
    return send(HttpMethod.POST, "/api/login", null, body)
        .compose(answer -> judged(signIns, answer));
  }

  private Future<Boolean> connect(int number) {
    var options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI("/eventbus/websocket");
    return sockets
        .connect(options)
        .map(
            socket -> {
              held.add(socket);
              vertx.setPeriodic(PING_MS, timer -> socket.writeTextMessage(PING));
              socket.exceptionHandler(failure -> {});
              socket.closeHandler(closed -> lost.incrementAndGet());
              var address = "topic." + topics.get(number % MEMBERS);
              socket.writeTextMessage(
                  JsonObject.of("type", "register", "address", address).encode());
              return true;
            });
  }

  private static Future<Boolean> judged(Outcomes outcomes, HttpResponse<Buffer> answer) {
    if (answer.statusCode() < SUCCESS) {
      return Future.succeededFuture(true);
    }
    if (MAY_REFUSE.contains(answer.statusCode()) && answer.getHeader("retry-after") != null) {
      outcomes.refused(answer.statusCode());
      return Future.succeededFuture(false);
    }
    return Future.failedFuture(answer.statusCode() + " " + answer.bodyAsString());
  }

  private Future<HttpResponse<Buffer>> send(
      HttpMethod method, String path, @Nullable String token, @Nullable JsonObject body) {
    var request = web.request(method, path);
    if (token != null) {
      request.bearerTokenAuthentication(token);
    }
    return body == null ? request.send() : request.sendJsonObject(body);
  }

  private String name(int number) {
    return "s" + run + number;
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
