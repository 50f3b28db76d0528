package parley.store;

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
import parley.failure.ForumException;

/**
 * The pool of connections to Redis. Safe to use from any event loop. Stores nothing that members
 * wrote, so its data may be lost. All keys begin with {@code parley:}, so the server can be shared.
 *
 * <p>A command that Redis refuses fails with the original error, because it is a defect. Every
 * other failure means that Redis cannot be reached, and fails with {@link
 * ForumException.Kind#UNAVAILABLE}.
 */
public final class RedisStore {

  private final Redis redis;
  private final String uri;
  private final String address;
  private final int waitSeconds;

  /**
   * @param waitSeconds the longest wait for an answer
   */
  public RedisStore(Vertx vertx, String uri, int connections, int waitSeconds) {
    this.uri = uri;
    this.address = uri.replaceFirst("//.*@", "//"); // for messages: without the password
    this.waitSeconds = waitSeconds;
    this.redis =
        Redis.createClient(
            vertx,
            new RedisOptions()
                .setConnectionString(uri)
                .setPoolName("redis")
                .setNetClientOptions(silentFor(waitSeconds))
                .setMaxPoolSize(connections)
                .setPoolRecycleTimeout(waitSeconds * 1_000 / 2)
                .setPoolCleanerInterval(waitSeconds * 1_000 / 4)
                .setMaxPoolWaiting(4096)
                .setMaxWaitingHandlers(65_536));
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
    return inTime(redis.send(request(command, arguments)));
  }

  /** Sends all commands in one round trip. This is not a transaction. */
  public Future<List<Response>> batch(List<Request> requests) {
    return inTime(redis.batch(requests));
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

  private <T> Future<T> inTime(Future<T> answer) {
    return answer.timeout(waitSeconds, TimeUnit.SECONDS).recover(RedisStore::named);
  }

  private static <T> Future<T> named(Throwable failure) {
    if (failure instanceof ErrorType error
        && !error.is("CONNECTION_CLOSED")
        && !error.is("LOADING")) {
      return Future.failedFuture(failure);
    }
    return Future.failedFuture(ForumException.unavailable("session store", failure));
  }
}
