package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Behind the cache is a handler that answers when the test says so. */
abstract class GuestPagesStand {

  final Vertx vertx = Vertx.vertx();
  final GuestPages pages;

  /** The requests that came through, waiting for their answers. */
  final BlockingQueue<Promise<Answer>> asked = new ArrayBlockingQueue<>(100);

  /** One for each request that reached the server. */
  final Semaphore arrivals = new Semaphore(0);

  HttpServer server;
  WebClient client;

  GuestPagesStand(Duration age, Duration stale) {
    pages =
        new GuestPages(
            List.of(
                kept("listTopics", "lists"), kept("getTopic", "topics"), kept("getSite", "sites")),
            1,
            age,
            stale,
            new SimpleMeterRegistry());
  }

  @BeforeEach
  void serve() {
    var router = Router.router(vertx);
    router.route().handler(this::arrive);
    router.route().handler(new Endpoints(Contract.load(vertx, List.of()).await().parsed()));
    router.route().handler(pages);
    router.route().handler(BodyHandler.create(false).setBodyLimit(100));
    router.route().handler(this::ask);
    ProblemHandler.install(router);
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setCompressionSupported(true))
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .await();
    client =
        WebClient.create(
            vertx,
            new WebClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(server.actualPort()),
            new PoolOptions().setHttp1MaxSize(50));
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private void arrive(RoutingContext ctx) {
    arrivals.release();
    ctx.next();
  }

  /** On the one event loop of the server, as all that requests do. */
  private void ask(RoutingContext ctx) {
    var answer = Promise.<Answer>promise();
    var context = ctx.vertx().getOrCreateContext();
    answer
        .future()
        .onComplete(
            (ready, failure) ->
                context.runOnContext(
                    resumed -> {
                      if (failure == null) {
                        Answers.send(ctx, ready);
                      } else {
                        ctx.fail(failure);
                      }
                    }));
    asked.add(answer);
  }

  Promise<Answer> next() throws InterruptedException {
    var next = asked.poll(5, TimeUnit.SECONDS);
    assertThat(next).as("a request that came through").isNotNull();
    return next;
  }

  Future<HttpResponse<Buffer>> get(String path) {
    return client.get(path).send();
  }

  static Kept<JsonObject> kept(String operation, String tag) {
    return new Kept<>(operation, JsonObject.class, answer -> Set.of(tag, answer.getString("text")));
  }

  static Answer answer(String text) {
    return Answer.ok(new JsonObject().put("text", text));
  }

  static String text(HttpResponse<Buffer> answer) {
    return answer.bodyAsJsonObject().getString("text");
  }
}
