package parley.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import parley.Client;
import parley.Forum;
import parley.board.Boards;
import parley.store.Database;
import parley.topic.BareTopic;

/**
 * Measures what a topic's page with twenty replies costs. A member's is measured beside a bare
 * handler that runs the same two statements on a pool of as many connections, a guest's beside one
 * that sends the same bytes from memory. All are in one process and take turns.
 */
final class ReadBench implements AutoCloseable {

  /** In pages a second. */
  record Result(double member, double bareMember, double guest, double bareGuest) {}

  private static final int AT_ONCE = 16;
  private static final int REPLIES = 20;
  private static final String TEXT =
      "A reply of **some** length, as people write them, with a [link](https://example.org/). "
          .repeat(3);

  private final Forum forum = Forum.shared();
  private final Vertx servers = Vertx.vertx();
  private final Vertx clients = Vertx.vertx();
  private final HttpClient http =
      clients.createHttpClient(new PoolOptions().setHttp1MaxSize(AT_ONCE).setMaxWaitQueueSize(-1));
  private final Database database =
      new Database(servers, forum.mysql(), forum.config().mysql().poolSize(), 5);
  private final BareTopic topics = new BareTopic(database);
  private final Client author = forum.member();
  private final String path;
  private final long topicId;
  private final HttpServer bare;
  private Buffer page;

  ReadBench() {
    topicId = Boards.topic(author, Boards.add(forum), "Bench");
    for (var reply = 0; reply < REPLIES; reply++) {
      author.reply(topicId, TEXT);
    }
    path = "/api/topic/" + topicId;
    page = forum.guest().get(path).expect(200).body();
    bare = servers.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1").await();
  }

  private void answer(HttpServerRequest request) {
    var response = request.response().putHeader("content-type", "application/json");
    if (request.path().equals("/memory")) {
      response.end(page);
    } else {
      topics.page(topicId).onSuccess(response::end).onFailure(e -> request.connection().close());
    }
  }

  Result run(Duration time) {
    var member = load(time, forum.port(), path, author.token());
    var bareMember = load(time, bare.actualPort(), path, null);
    var guest = load(time, forum.port(), path, null);
    var bareGuest = load(time, bare.actualPort(), "/memory", null);
    return new Result(member, bareMember, guest, bareGuest);
  }

  private double load(Duration time, int port, String uri, String token) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(uri);
    if (token != null) {
      options.putHeader("authorization", "Bearer " + token);
    }
    var count = new AtomicLong();
    var began = System.nanoTime();
    var ends = began + time.toNanos();
    var context = clients.getOrCreateContext();
    var done =
        IntStream.range(0, AT_ONCE)
            .mapToObj(
                n -> {
                  var promise = Promise.<Void>promise();
                  context.runOnContext(start -> again(options, ends, count, promise));
                  return promise.future();
                })
            .toList();
    Future.all(done).await();
    return count.get() / ((System.nanoTime() - began) / 1e9);
  }

  private void again(RequestOptions options, long ends, AtomicLong count, Promise<Void> done) {
    if (System.nanoTime() > ends) {
      done.complete();
      return;
    }
    http.request(options)
        .compose(request -> request.send())
        .compose(
            response ->
                response.statusCode() == 200
                    ? response.body()
                    : Future.failedFuture("status " + response.statusCode()))
        .onSuccess(
            body -> {
              count.incrementAndGet();
              again(options, ends, count, done);
            })
        .onFailure(done::fail);
  }

  @Override
  public void close() {
    clients.close().await();
    servers.close().await();
  }
}
