package parley.session;

import static io.vertx.redis.client.Command.EXISTS;
import static io.vertx.redis.client.Command.SET;
import static parley.store.RedisStore.request;

import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.store.RedisStore;

/**
 * Who is online: seen within the last minutes. Kept in Redis, where it expires by itself, so a
 * killed process leaves no ghosts.
 */
public final class Presence {

  private static final Duration ONLINE = Duration.ofMinutes(2);

  private final RedisStore redis;

  public Presence(RedisStore redis) {
    this.redis = redis;
  }

  /** Those of the members who are online. */
  public Future<Set<Long>> online(Collection<Long> memberIds) {
    if (memberIds.isEmpty()) {
      return Future.succeededFuture(Set.of());
    }
    var ids = List.copyOf(memberIds);
    return redis
        .batch(ids.stream().map(id -> request(EXISTS, key(id))).toList())
        .map(
            answers -> {
              var online = new HashSet<Long>();
              for (var i = 0; i < answers.size(); i++) {
                if (answers.get(i).toInteger() == 1) {
                  online.add(ids.get(i));
                }
              }
              return online;
            });
  }

  static Request seen(long memberId) {
    return request(SET, key(memberId), 1, "EX", ONLINE.toSeconds());
  }

  private static String key(long memberId) {
    return "parley:online:" + memberId;
  }
}
