package parley.topic;

import static io.vertx.redis.client.Command.DEL;
import static io.vertx.redis.client.Command.HGETALL;
import static io.vertx.redis.client.Command.HINCRBY;
import static io.vertx.redis.client.Command.RENAMENX;
import static io.vertx.redis.client.Command.SET;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.store.Database;
import parley.store.RedisStore;

/**
 * Counts views in Redis and writes them to the database in batches. A visitor counts once a topic
 * in a while; who that was is remembered in this process alone, so that what every page costs is a
 * look into memory.
 */
public final class ViewCounter {

  private static final Logger log = LoggerFactory.getLogger(ViewCounter.class);
  private static final String COUNTED = "parley:views";

  /** What is being written; should the process die, the next flush writes it. */
  private static final String FLUSHING = "parley:views:flushing";

  private static final String LOCK = "parley:views:lock";
  private static final Duration LOCKED = Duration.ofSeconds(30);
  private static final int REMEMBERED_VISITS = 200_000;

  private record Visit(long topicId, String visitor) {}

  private final Database database;
  private final RedisStore redis;
  private final Cache<Visit, Boolean> recent;
  private final TopicRepository topics = new TopicRepository();

  ViewCounter(Database database, RedisStore redis, Duration window) {
    this.database = database;
    this.redis = redis;
    this.recent =
        Caffeine.newBuilder().maximumSize(REMEMBERED_VISITS).expireAfterWrite(window).build();
  }

  /** Nobody waits for this: a view that is not counted is no failure. */
  void seen(long topicId, String visitor) {
    if (recent.asMap().putIfAbsent(new Visit(topicId, visitor), true) == null) {
      redis
          .send(HINCRBY, COUNTED, topicId, 1)
          .onFailure(failure -> log.debug("A view was not counted", failure));
    }
  }

  /** Writes what has been counted, unless another process is doing so. */
  public Future<Void> flush() {
    return redis
        .send(SET, LOCK, 1, "NX", "EX", LOCKED.toSeconds())
        .compose(
            locked ->
                locked == null
                    ? Future.succeededFuture()
                    : write().eventually(() -> redis.send(DEL, LOCK)));
  }

  private Future<Void> write() {
    return redis
        .send(RENAMENX, COUNTED, FLUSHING)
        .otherwise(ViewCounter::nothingCounted)
        .compose(renamed -> redis.send(HGETALL, FLUSHING))
        .map(ViewCounter::views)
        .compose(
            views ->
                views.isEmpty()
                    ? Future.succeededFuture()
                    : database
                        .transaction(tx -> topics.addViews(tx, views))
                        .compose(written -> redis.send(DEL, FLUSHING).mapEmpty()));
  }

  /** RENAMENX fails where there is no such key. */
  private static @Nullable Response nothingCounted(Throwable failure) {
    if (failure instanceof ErrorType) {
      return null;
    }
    throw (RuntimeException) failure;
  }

  private static Map<Long, Long> views(Response hash) {
    var views = new HashMap<Long, Long>();
    for (var topicId : hash.getKeys()) {
      views.put(Long.parseLong(topicId), hash.get(topicId).toLong());
    }
    return views;
  }
}
