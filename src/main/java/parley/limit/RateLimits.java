package parley.limit;

import static io.vertx.redis.client.Command.EVAL;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import parley.config.Config.Limit;
import parley.failure.ForumException;
import parley.store.RedisStore;
import parley.text.Digests;
import parley.text.Network;

/**
 * Counts what somebody does in Redis, in windows that begin with the first time and end after the
 * limit's seconds. Over the limit the answer is RATE_LIMITED with the seconds that the window has
 * left. Who is counted is kept only as a hash: it may be what somebody typed, of any length.
 */
public final class RateLimits {

  /**
   * Counts one under each key and tells the seconds to wait, or 0. A key over its limit ends it, so
   * that an address that asks too often takes nothing from members and makes no new keys. Redis
   * rounds the seconds left, in the end to 0.
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

  /** Tells the seconds to wait where a key has reached its limit already, or 0. */
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
   * Takes one from what an account, or whatever is tried or asked for, and a network have left.
   *
   * @param action names the limit in the keys
   * @param who a member's id, or what is tried or asked for
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

  /**
   * Fails where a network has nothing left, and takes nothing: what a request is refused for before
   * its body is read.
   */
  public Future<Void> look(String action, Limit limit, String address) {
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
        .description("What was refused because it was done too often")
        .tag("limit", action)
        .register(metrics)
        .increment();
    return Future.failedFuture(ForumException.rateLimited(seconds));
  }
}
