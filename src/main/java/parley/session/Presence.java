package parley.session;

import static io.vertx.redis.client.Command.EVAL;
import static io.vertx.redis.client.Command.EXPIRE;
import static io.vertx.redis.client.Command.ZADD;
import static io.vertx.redis.client.Command.ZCOUNT;
import static parley.store.RedisStore.request;

import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parley.store.RedisStore;

/**
 * Stores which members are online, that is, have a connection to any process. For each member Redis
 * has a sorted set of presence leases: one for each place where the member is connected, scored
 * with its expiry time. So after a process is killed, its members appear online for at most {@link
 * #HOLDS}. Another set has all members, scored with their latest expiry time, to find members whose
 * leases have expired.
 *
 * <p>An instance represents one place, such as an event loop with a bridge.
 */
public final class Presence {

  /** The duration of a presence lease that is not renewed. */
  public static final Duration HOLDS = Duration.ofSeconds(45);

  private static final String EVERYBODY = "parley:presence";

  /** The maximum number of expired members found in one call. */
  private static final int FOUND_AT_ONCE = 500;

  private static final int STAYING = 3;

  /** Adds a place and returns the number of other places. */
  private static final String ENTER =
      """
      local others = redis.call('ZCOUNT', KEYS[1], ARGV[1], '+inf')
      redis.call('ZADD', KEYS[1], ARGV[2], ARGV[3])
      redis.call('EXPIRE', KEYS[1], ARGV[4])
      redis.call('ZADD', KEYS[2], ARGV[2], ARGV[5])
      return others
      """;

  /** Removes a place and returns the number of remaining places. */
  private static final String LEAVE =
      """
      redis.call('ZREM', KEYS[1], ARGV[2])
      local left = redis.call('ZCOUNT', KEYS[1], ARGV[1], '+inf')
      if left == 0 then redis.call('ZREM', KEYS[2], ARGV[3]) end
      return left
      """;

  /**
   * Removes members whose leases have expired. With concurrent callers, each member is returned to
   * only one of them.
   */
  private static final String ABANDONED =
      """
      local gone = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
      if #gone > 0 then redis.call('ZREM', KEYS[1], unpack(gone)) end
      return gone
      """;

  private final RedisStore redis;
  private final Clock clock;
  private final String place = UUID.randomUUID().toString();

  public Presence(RedisStore redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
  }

  /** Records that the member is connected here. Returns true if the member was offline before. */
  public Future<Boolean> enter(long memberId) {
    return redis
        .send(
            EVAL,
            ENTER,
            2,
            key(memberId),
            EVERYBODY,
            now(),
            until(),
            place,
            HOLDS.toSeconds(),
            memberId)
        .map(others -> others.toLong() == 0);
  }

  /**
   * Records that the member is no longer connected here. Returns true if the member is now offline.
   */
  public Future<Boolean> leave(long memberId) {
    return redis
        .send(EVAL, LEAVE, 2, key(memberId), EVERYBODY, now(), place, memberId)
        .map(left -> left.toLong() == 0);
  }

  /**
   * Renews the leases of members connected here. Returns those whose leases had expired, for
   * example because this process could not reach Redis for some time.
   */
  public Future<List<Long>> stay(Collection<Long> memberIds) {
    if (memberIds.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    var ids = List.copyOf(memberIds);
    return redis
        .batch(ids.stream().flatMap(this::staying).toList())
        .map(
            answers ->
                IntStream.range(0, ids.size())
                    .filter(i -> answers.get(STAYING * i + STAYING - 1).toLong() > 0)
                    .mapToObj(ids::get)
                    .toList());
  }

  /**
   * The number of commands for each member; the last one's result says whether the member was
   * missing in the set of all members.
   */
  private Stream<Request> staying(long memberId) {
    return Stream.of(
        request(ZADD, key(memberId), until(), place),
        request(EXPIRE, key(memberId), HOLDS.toSeconds()),
        request(ZADD, EVERYBODY, until(), memberId));
  }

  /**
   * Returns members whose presence lease has expired, because their process was killed. Each member
   * is returned to only one caller, which must announce it.
   */
  public Future<List<Long>> abandoned() {
    return redis
        .send(EVAL, ABANDONED, 1, EVERYBODY, now(), FOUND_AT_ONCE)
        .map(ids -> ids.stream().map(Response::toLong).toList());
  }

  /** Returns which of these members are online. */
  public Future<Set<Long>> online(Collection<Long> memberIds) {
    if (memberIds.isEmpty()) {
      return Future.succeededFuture(Set.of());
    }
    var ids = List.copyOf(memberIds);
    return redis
        .batch(ids.stream().map(id -> request(ZCOUNT, key(id), now(), "+inf")).toList())
        .map(
            counts -> {
              var online = new HashSet<Long>();
              for (var i = 0; i < counts.size(); i++) {
                if (counts.get(i).toLong() > 0) {
                  online.add(ids.get(i));
                }
              }
              return online;
            });
  }

  private long now() {
    return clock.millis();
  }

  private long until() {
    return clock.millis() + HOLDS.toMillis();
  }

  private static String key(long memberId) {
    return "parley:presence:" + memberId;
  }
}
