package parley.session;

import static io.vertx.redis.client.Command.EVAL;
import static io.vertx.redis.client.Command.EXPIRE;
import static io.vertx.redis.client.Command.ZADD;
import static io.vertx.redis.client.Command.ZCOUNT;
import static parley.store.RedisStore.request;

import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import parley.store.RedisStore;

/**
 * Who is online: whoever has a connection to some process. For each member Redis has a sorted set
 * of the processes they are connected to, scored with the time until which that holds; so a process
 * that is killed leaves ghosts for no longer than {@link #HOLDS}.
 */
public final class Presence {

  /** How long a process' word holds that it does not repeat. */
  public static final Duration HOLDS = Duration.ofSeconds(45);

  /** Adds a process, and tells how many others there were. */
  private static final String ENTER =
      """
      local others = redis.call('ZCOUNT', KEYS[1], ARGV[1], '+inf')
      redis.call('ZADD', KEYS[1], ARGV[2], ARGV[3])
      redis.call('EXPIRE', KEYS[1], ARGV[4])
      return others
      """;

  /** Takes a process away, and tells how many are left. */
  private static final String LEAVE =
      """
      redis.call('ZREM', KEYS[1], ARGV[2])
      return redis.call('ZCOUNT', KEYS[1], ARGV[1], '+inf')
      """;

  private final RedisStore redis;
  private final Clock clock;
  private final String process = UUID.randomUUID().toString();

  public Presence(RedisStore redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
  }

  /** The member is connected here. True where they were offline before. */
  public Future<Boolean> enter(long memberId) {
    return redis
        .send(EVAL, ENTER, 1, key(memberId), now(), until(), process, HOLDS.toSeconds())
        .map(others -> others.toLong() == 0);
  }

  /** The member is connected here no more. True where they are offline now. */
  public Future<Boolean> leave(long memberId) {
    return redis
        .send(EVAL, LEAVE, 1, key(memberId), now(), process)
        .map(left -> left.toLong() == 0);
  }

  /** The members are still connected here. */
  public Future<Void> stay(Collection<Long> memberIds) {
    return memberIds.isEmpty()
        ? Future.succeededFuture()
        : redis.batch(memberIds.stream().flatMap(this::staying).toList()).mapEmpty();
  }

  private Stream<Request> staying(long memberId) {
    return Stream.of(
        request(ZADD, key(memberId), until(), process),
        request(EXPIRE, key(memberId), HOLDS.toSeconds()));
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
