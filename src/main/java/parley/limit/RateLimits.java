package parley.limit;

import static io.vertx.redis.client.Command.EVAL;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import parley.failure.ForumException;
import parley.store.RedisStore;
import parley.text.Digests;
import parley.text.Network;

/**
 * Counts actions in Redis, in windows that start with the first action and end after the limit's
 * seconds. Above the limit it fails with RATE_LIMITED and the remaining seconds of the window. The
 * counted name is stored only as a hash, because it may be user input of any length.
 */
public final class RateLimits {

  /**
   * Increments each key and returns the seconds to wait, or 0. It stops at the first key over its
   * limit, so that an address with too many requests does not use up members' limits or create new
   * keys. Redis rounds the remaining seconds, at the end to 0.
   */
  private static final String COUNT =
      """
      for i, key in ipairs(KEYS) do
        local count = redis.call('INCR', key)
        if count == 1 then redis.call('EXPIRE', key, ARGV[1]) end
        if count > tonumber(ARGV[1 + i]) then return math.max(1, redis.call('TTL', key)) end
      end
      return 0
      """;

  /** The seconds to wait if a key has reached its limit already, or 0. */
  private static final String LOOK =
      """
      for i, key in ipairs(KEYS) do
        if tonumber(redis.call('GET', key) or 0) >= tonumber(ARGV[i]) then
          return math.max(1, redis.call('TTL', key))
        end
      end
      return 0
      """;

  private final RedisStore redis;
  private final boolean enabled;
  private final MeterRegistry metrics;

  public RateLimits(RedisStore redis, boolean enabled, MeterRegistry metrics) {
    this.redis = redis;
    this.enabled = enabled;
    this.metrics = metrics;
  }

  /**
   * Counts one action for an account or a name, and for the networks of an address.
   *
   * @param action the name of the limit in the keys
   * @param who a member's id, or the requested name or address
   */
  public Future<Void> take(String action, Limit limit, String who, String address) {
    if (!enabled) {
      return Future.succeededFuture();
    }
    var networks = Network.of(address);
    var arguments = new ArrayList<Object>();
    arguments.add(COUNT);
    arguments.add(networks.size() + 1);
    networks.forEach(network -> arguments.add(key(action, network)));
    arguments.add(
        "parley:limit:" + action + ":who:" + HexFormat.of().formatHex(Digests.sha256(who)));
    arguments.add(limit.seconds());
    networks.forEach(network -> arguments.add(limit.perNetwork() * network.factor()));
    arguments.add(limit.perAccount());
    return answer(action, arguments);
  }

  /** Fails if a network of the address has nothing left. Counts nothing. */
  Future<Void> look(String action, Limit limit, String address) {
    if (!enabled) {
      return Future.succeededFuture();
    }
    var networks = Network.of(address);
    var arguments = new ArrayList<Object>();
    arguments.add(LOOK);
    arguments.add(networks.size());
    networks.forEach(network -> arguments.add(key(action, network)));
    networks.forEach(network -> arguments.add(limit.perNetwork() * network.factor()));
    return answer(action, arguments);
  }

  private static String key(String action, Network network) {
    return "parley:limit:" + action + ":from:" + network.key();
  }

  private Future<Void> answer(String action, List<Object> arguments) {
    return redis
        .send(EVAL, arguments.toArray())
        .compose(
            wait -> wait.toLong() == 0 ? Future.succeededFuture() : refuse(action, wait.toLong()));
  }

  private Future<Void> refuse(String action, long seconds) {
    Counter.builder("parley.limit.refusals")
        .description("Actions refused by rate limits")
        .tag("limit", action)
        .register(metrics)
        .increment();
    return Future.failedFuture(ForumException.rateLimited(seconds));
  }
}
