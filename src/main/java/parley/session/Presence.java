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
 * Who is online: whoever has a connection somewhere. For each member Redis has a sorted set of the
 * places they are connected at, scored with the time until which that holds; so a process that is
 * killed leaves ghosts for no longer than {@link #HOLDS}. One more set has all members, scored with
 * the last of those times, so that somebody finds those whom a killed process has left.
 *
 * <p>An instance of this is one place, such as an event loop with a bridge.
 */
public final class Presence {

  /** How long a place's word holds that it does not repeat. */
  public static final Duration HOLDS = Duration.ofSeconds(45);

  private static final String EVERYBODY = "parley:presence";

  /** So many are found at once whom killed processes have left. */
  private static final int FOUND_AT_ONCE = 500;

  private static final int STAYING = 3;

  /** Adds a place, and tells how many others there were. */
  private static final String ENTER =
      """
      local others = redis.call('ZCOUNT', KEYS[1], ARGV[1], '+inf')
      redis.call('ZADD', KEYS[1], ARGV[2], ARGV[3])
      redis.call('EXPIRE', KEYS[1], ARGV[4])
      redis.call('ZADD', KEYS[2], ARGV[2], ARGV[5])
      return others
      """;

  /** Takes a place away, and tells how many are left. */
  private static final String LEAVE =
      """
      redis.call('ZREM', KEYS[1], ARGV[2])
      local left = redis.call('ZCOUNT', KEYS[1], ARGV[1], '+inf')
      if left == 0 then redis.call('ZREM', KEYS[2], ARGV[3]) end
      return left
      """;

  /** Takes out whose time is over; of several who ask, each member is given to one. */
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

  /** The member is connected here. True where they were offline before. */
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

  /** The member is connected here no more. True where they are offline now. */
  public Future<Boolean> leave(long memberId) {
    return redis
        .send(EVAL, LEAVE, 2, key(memberId), EVERYBODY, now(), place, memberId)
        .map(left -> left.toLong() == 0);
  }

  /**
   * The members are still connected here. Gives those who had been taken for gone, as after a time
   * in which this place could not say so.
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

  /** So many requests, of which the last tells whether the member was missing among everybody. */
  private Stream<Request> staying(long memberId) {
    return Stream.of(
        request(ZADD, key(memberId), until(), place),
        request(EXPIRE, key(memberId), HOLDS.toSeconds()),
        request(ZADD, EVERYBODY, until(), memberId));
  }

  /**
   * Those of whom nobody has said in time that they are still connected, as nobody does whose
   * process was killed. Whoever asks is the only one who is told, and tells the others.
   */
  public Future<List<Long>> abandoned() {
    return redis
        .send(EVAL, ABANDONED, 1, EVERYBODY, now(), FOUND_AT_ONCE)
        .map(ids -> ids.stream().map(Response::toLong).toList());
  }

  /** Those of the members who are online. */
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
