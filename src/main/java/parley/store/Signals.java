package parley.store;

import static io.vertx.redis.client.Command.PING;
import static io.vertx.redis.client.Command.PUBLISH;
import static io.vertx.redis.client.Command.SUBSCRIBE;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Short notices to every process of the forum, through Redis: also to and from those that share no
 * event bus, as the command line. A notice says that something kept in memory is outdated. It is
 * best-effort, but its loss does not go unnoticed: while {@link #isLive()} is false notices may
 * have been missed, so nothing that depends on them may be used, and after a reconnect every
 * listener is told to forget all.
 *
 * <p>Safe to use from any thread. Listeners are called on any thread.
 */
public final class Signals implements AutoCloseable {

  private record Listener(String name, Consumer<String> signalled, Runnable missed) {}

  private static final Logger log = LoggerFactory.getLogger(Signals.class);
  private static final String CHANNEL = "parley:signals";
  private static final long CHECK_MS = 2_000;
  private static final long RECONNECT_MS = 500;
  private static final int PARTS_OF_A_MESSAGE = 3;

  private final Vertx vertx;
  private final RedisStore redis;
  private final Redis client;
  private final int waitSeconds;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable RedisConnection connection;
  private volatile boolean live;
  private volatile boolean closed;

  public Signals(Vertx vertx, RedisStore redis) {
    this.vertx = vertx;
    this.redis = redis;
    this.waitSeconds = redis.waitSeconds();
    this.client =
        Redis.createClient(
            vertx,
            new RedisOptions()
                .setConnectionString(redis.uri())
                .setPoolName("redis-signals")
                .setProtocolNegotiation(false)
                .setMaxPoolSize(1)
                .setMaxPoolWaiting(2)
                .setNetClientOptions(
                    new NetClientOptions()
                        .setTcpNoDelay(true)
                        .setConnectTimeout((int) TimeUnit.SECONDS.toMillis(waitSeconds))));
  }

  /**
   * Listens to notices of one kind from now on.
   *
   * @param signalled takes what the notice is about
   * @param missed is called where notices may have been missed
   */
  public void listen(String name, Consumer<String> signalled, Runnable missed) {
    listeners.add(new Listener(name, signalled, missed));
  }

  /** Begins to receive; succeeds when notices arrive. */
  public Future<Void> start() {
    return connect();
  }

  /** Whether every notice arrives, as far as this process knows. */
  public boolean isLive() {
    return live;
  }

  /**
   * Tells this process before it returns, and the others when it succeeds. Fails where Redis cannot
   * be reached: the others do not use what they keep then.
   *
   * @param subject what it is about; may be empty
   */
  public Future<Void> send(String name, String subject) {
    tell(name, subject);
    return redis.send(PUBLISH, CHANNEL, name + " " + subject).mapEmpty();
  }

  private void tell(String name, String subject) {
    for (var listener : listeners) {
      if (listener.name().equals(name)) {
        listener.signalled().accept(subject);
      }
    }
  }

  private Future<Void> connect() {
    var subscribed = Promise.<Void>promise();
    client
        .connect()
        .onSuccess(
            made -> {
              connection = made;
              made.handler(message -> received(message, subscribed))
                  .exceptionHandler(failure -> lost(made, failure.toString()))
                  .endHandler(end -> lost(made, "it was closed"));
              made.send(RedisStore.request(SUBSCRIBE, CHANNEL)).onFailure(subscribed::tryFail);
            })
        .onFailure(subscribed::tryFail);
    return subscribed
        .future()
        .timeout(waitSeconds, TimeUnit.SECONDS)
        .onSuccess(ready -> began())
        .onFailure(failure -> again(connection));
  }

  private void began() {
    listeners.forEach(listener -> listener.missed().run());
    live = true;
    check(connection);
  }

  private void received(Response message, Promise<Void> subscribed) {
    if (message == null || message.size() < PARTS_OF_A_MESSAGE) {
      return; // the answer to a ping
    }
    switch (message.get(0).toString()) {
      case "subscribe" -> subscribed.tryComplete();
      case "message" -> {
        var parts = message.get(2).toString().split(" ", 2);
        tell(parts[0], parts[1]);
      }
      default -> log.debug("Redis sent {}", message);
    }
  }

  /** A connection that the network lost says nothing, so it is asked. */
  private void check(@Nullable RedisConnection asked) {
    vertx.setTimer(
        CHECK_MS,
        timer -> {
          if (asked != null && !closed && asked == connection && live) {
            asked
                .send(RedisStore.request(PING))
                .timeout(waitSeconds, TimeUnit.SECONDS)
                .onSuccess(alive -> check(asked))
                .onFailure(failure -> lost(asked, failure.toString()));
          }
        });
  }

  private void lost(RedisConnection broken, String why) {
    if (!closed && broken == connection && live) {
      live = false;
      log.warn("Notices from Redis are interrupted: {}", why);
      again(broken);
    }
  }

  private void again(@Nullable RedisConnection broken) {
    if (closed) {
      return;
    }
    if (broken != null) {
      broken.close();
    }
    vertx.setTimer(RECONNECT_MS, timer -> connect().onFailure(e -> log.debug("No notices", e)));
  }

  @Override
  public void close() {
    closed = true;
    live = false;
    client.close();
  }
}
