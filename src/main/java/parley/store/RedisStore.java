package parley.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import parley.config.Config;
import parley.failure.ForumException;

/**
 * The pool of connections to Redis. Safe to use from any event loop. Stores nothing that members
 * wrote, so its data may be lost. All keys begin with {@code parley:}, so the server can be shared.
 *
 * <p>A command that Redis refuses fails with the original error, because it is a defect. Every
 * other failure means that Redis cannot serve now, and fails with {@link
 * ForumException.Kind#UNAVAILABLE}; while Redis is away at once: see {@link Breaker}.
 */
public final class RedisStore {

  private static final int QUEUE = 4_096;
  private static final int SILENCE_MS = 1_500;

  private final Vertx vertx;
  private final Context context;
  private final RedisOptions options;
  private final LastAnswer lastAnswer = new LastAnswer();
  private final Breaker breaker;
  private final String uri;
  private final String address;
  private final int waitSeconds;
  private final int silenceMs;
  private volatile Redis redis;

  /**
   * For commands, which end when Redis does: without a circuit breaker.
   *
   * @param waitSeconds the longest wait for an answer
   */
  public RedisStore(Vertx vertx, String uri, int connections, int waitSeconds) {
    this(
        vertx,
        uri,
        new Config.Redis("", connections, QUEUE, waitSeconds, SILENCE_MS),
        new Breaker(vertx, "redis", "session store"));
  }

  /**
   * @param metrics shows the state of the circuit breaker, which works after {@link #watch}
   */
  public RedisStore(Vertx vertx, String uri, Config.Redis config, MeterRegistry metrics) {
    this(vertx, uri, config, new Breaker(vertx, "redis", "session store", metrics));
  }

  private RedisStore(Vertx vertx, String uri, Config.Redis config, Breaker breaker) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.uri = uri;
    this.address = uri.replaceFirst("//.*@", "//"); // for messages: without the password
    this.waitSeconds = config.waitSeconds();
    this.silenceMs = config.silenceMs();
    this.breaker = breaker;
    this.options =
        new RedisOptions()
            .setConnectionString(uri)
            .setPoolName("redis")
            .setNetClientOptions(silentFor(waitSeconds))
            .setMaxPoolSize(config.poolSize())
            .setPoolRecycleTimeout(waitSeconds * 1_000 / 2)
            .setPoolCleanerInterval(waitSeconds * 1_000 / 4)
            .setMaxPoolWaiting(config.queue())
            .setMaxWaitingHandlers(65_536);
    this.redis = Redis.createClient(vertx, options);
    breaker.onOpened(this::replace);
  }

  /** From now on commands fail at once while Redis is away; close it before this. */
  public AutoCloseable watch() {
    return new StoreWatch(
            vertx, breaker, lastAnswer, silenceMs, () -> new RedisLine(vertx, options))
        .start();
  }

  /** Whether Redis answers, as far as is known. */
  public Breaker breaker() {
    return breaker;
  }

  /** Connections that hang when Redis goes away may hang for good. */
  private void replace() {
    context.runOnContext(
        alone -> {
          var old = redis;
          redis = Redis.createClient(vertx, options);
          old.close();
        });
  }

  /**
   * A connection without traffic for this long is closed, so that commands waiting for a server
   * that hangs fail. The pool closes unused connections much earlier, because only the pool knows
   * that a connection is not about to be used.
   */
  private static NetClientOptions silentFor(int seconds) {
    return new NetClientOptions()
        .setTcpNoDelay(true)
        .setConnectTimeout((int) TimeUnit.SECONDS.toMillis(seconds))
        .setIdleTimeout(seconds)
        .setIdleTimeoutUnit(TimeUnit.SECONDS);
  }

  String uri() {
    return uri;
  }

  int waitSeconds() {
    return waitSeconds;
  }

  public Future<Response> send(Command command, Object... arguments) {
    var request = request(command, arguments);
    return inTime(() -> redis.send(request));
  }

  /** Sends all commands in one round trip. This is not a transaction. */
  public Future<List<Response>> batch(List<Request> requests) {
    return inTime(() -> redis.batch(requests));
  }

  public static Request request(Command command, Object... arguments) {
    var request = Request.cmd(command);
    for (var argument : arguments) {
      request.arg(String.valueOf(argument));
    }
    return request;
  }

  /**
   * Checks the connection at the start. Fails with a {@link StoreStartException} that names the
   * address.
   */
  public Future<Void> connect() {
    return redis
        .send(Request.cmd(Command.PING))
        .<Void>mapEmpty()
        .recover(
            failure ->
                Future.failedFuture(
                    new StoreStartException(
                        "redis.url: no Redis at " + address + ": " + failure.getMessage(),
                        failure)));
  }

  public Future<Void> ping() {
    return send(Command.PING).mapEmpty();
  }

  /** Deletes all keys of Parley, in several steps. Only for commands, while no forum runs. */
  public Future<Void> clear() {
    return clear("0");
  }

  private Future<Void> clear(String cursor) {
    return send(Command.SCAN, cursor, "MATCH", "parley:*", "COUNT", 1000)
        .compose(
            page -> {
              var next = page.get(0).toString();
              var keys = page.get(1).stream().map(Response::toString).toArray();
              return (keys.length == 0
                      ? Future.<Response>succeededFuture()
                      : send(Command.DEL, keys))
                  .compose(deleted -> next.equals("0") ? Future.succeededFuture() : clear(next));
            });
  }

  public void close() {
    redis.close();
  }

  private <T> Future<T> inTime(Supplier<Future<T>> command) {
    return breaker
        .guard(() -> command.get().onSuccess(answer -> lastAnswer.note()))
        .timeout(waitSeconds, TimeUnit.SECONDS)
        .recover(RedisStore::named);
  }

  private static <T> Future<T> named(Throwable failure) {
    if (failure instanceof ForumException
        || failure instanceof ErrorType && !StoreFailures.isUnavailable(failure)) {
      return Future.failedFuture(failure);
    }
    return Future.failedFuture(ForumException.unavailable("session store", failure));
  }
}
