package parley.limit;

import static io.vertx.redis.client.Command.EVAL;

import io.vertx.core.Future;
import java.util.List;
import parley.config.Config.Limit;
import parley.failure.ForumException;
import parley.store.RedisStore;

/**
 * Counts what somebody does in Redis, in windows that begin with the first time and end after the
 * limit's seconds. Over the limit the answer is RATE_LIMITED with the seconds that the window has
 * left.
 */
public final class RateLimits {

  /** Counts one under each key and tells for each the count and the seconds left. */
  private static final String COUNT =
      """
      local counts = {}
      for i, key in ipairs(KEYS) do
        local count = redis.call('INCR', key)
        if count == 1 then redis.call('EXPIRE', key, ARGV[1]) end
        counts[2 * i - 1] = count
        counts[2 * i] = redis.call('TTL', key)
      end
      return counts
      """;

  private final RedisStore redis;
  private final boolean enabled;

  public RateLimits(RedisStore redis, boolean enabled) {
    this.redis = redis;
    this.enabled = enabled;
  }

  /**
   * Takes one from what a member, or whoever is named so, and an address have left.
   *
   * @param action names the limit in the keys
   * @param who a member's id, or what is tried or asked for
   */
  public Future<Void> take(String action, Limit limit, String who, String address) {
    if (!enabled) {
      return Future.succeededFuture();
    }
    var prefix = "parley:limit:" + action;
    var keys = List.of(prefix + ":who:" + who, prefix + ":from:" + Network.of(address));
    return redis
        .send(EVAL, COUNT, 2, keys.get(0), keys.get(1), limit.seconds())
        .compose(
            counts -> {
              var wait = 0L;
              if (counts.get(0).toLong() > limit.perMember()) {
                wait = counts.get(1).toLong();
              }
              if (counts.get(2).toLong() > limit.perAddress()) {
                wait = Math.max(wait, counts.get(3).toLong());
              }
              return wait == 0
                  ? Future.succeededFuture()
                  : Future.failedFuture(ForumException.rateLimited(wait));
            });
  }
}
