package parley.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.List;
import parley.failure.ForumException;

/**
 * The pool of connections to Redis. Safe to use from any event loop. Holds nothing whose loss loses
 * what a person wrote. Every key begins with {@code parley:}, so that the server may be shared.
 *
 * <p>A command that Redis itself refuses fails as it is, being a defect; anything else is Redis not
 * being reachable and fails with {@link ForumException.Kind#UNAVAILABLE}.
 */
public final class RedisStore {

  private final Redis redis;

  public RedisStore(Vertx vertx, String uri, int connections) {
    this.redis =
        Redis.createClient(
            vertx,
            new RedisOptions()
                .setConnectionString(uri)
                .setPoolName("redis")
                .setMaxPoolSize(connections)
                .setMaxPoolWaiting(4096)
                .setMaxWaitingHandlers(65_536));
  }

  public Future<Response> send(Command command, Object... arguments) {
    return redis.send(request(command, arguments)).recover(RedisStore::named);
  }

  /** All in one round trip; not a transaction. */
  public Future<List<Response>> batch(List<Request> requests) {
    return redis.batch(requests).recover(RedisStore::named);
  }

  public static Request request(Command command, Object... arguments) {
    var request = Request.cmd(command);
    for (var argument : arguments) {
      request.arg(String.valueOf(argument));
    }
    return request;
  }

  public Future<Void> ping() {
    return send(Command.PING).mapEmpty();
  }

  public void close() {
    redis.close();
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
