package parley.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;

/** A connection to Redis that is only asked whether it answers. */
final class RedisLine implements StoreWatch.Line {

  private final Redis client;
  private final Future<RedisConnection> connection;

  RedisLine(Vertx vertx, RedisOptions options) {
    client =
        Redis.createClient(
            vertx, new RedisOptions(options).setPoolName("redis-watch").setMaxPoolSize(1));
    connection = client.connect();
  }

  /** Redis answers with an error while it loads its data. */
  @Override
  public Future<Void> ask() {
    return connection.compose(open -> open.send(RedisStore.request(Command.PING))).mapEmpty();
  }

  @Override
  public void close() {
    client.close();
  }
}
