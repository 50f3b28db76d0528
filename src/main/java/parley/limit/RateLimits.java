package parley.limit;

import static io.vertx.redis.client.Command.EVAL;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** A window that has ended meanwhile does not begin again. */
  private static final String GIVE_BACK =
      """
      for _, key in ipairs(KEYS) do
        if tonumber(redis.call('GET', key) or 0) > 0 then redis.call('DECR', key) end
      end
      return 0
      """;

  /**
   * The limit for one name from all networks together, as a multiple of the limit for one network.
   */
  static final int NAME_FACTOR = 5;

  /** A counted try; what it was counted for. */
  public record Attempt(List<String> keys) {}

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
    arguments.add("parley:limit:" + action + ":who:" + hash(who));
    arguments.add(limit.seconds());
    networks.forEach(network -> arguments.add(limit.perNetwork() * network.factor()));
    arguments.add(limit.perAccount());
    return answer(action, arguments);
  }

  /**
   * Counts one try of a name from somewhere: strictly for the name and the network together, laxly
   * for the name alone, so that strangers cannot use up what its owner has. Fails with RATE_LIMITED
   * above any limit.
   *
   * @param name whatever is tried, in the form in which it is looked up
   */
  public Future<Attempt> attempt(String action, Limit limit, String name, String address) {
    var networks = Network.of(address);
    var who = hash(name);
    var keys = new LinkedHashMap<String, Integer>();
    for (var network : networks) {
      keys.put(key(action, network), limit.perNetwork() * network.factor());
    }
    for (var network : networks) {
      keys.put(
          "parley:limit:" + action + ":who:" + who + ":from:" + network.key(),
          limit.perAccount() * network.factor());
    }
    keys.put("parley:limit:" + action + ":who:" + who, limit.perAccount() * NAME_FACTOR);
    return count(action, limit, keys);
  }

  /** Counts one try of a device that is known to belong to who is tried; only the device counts. */
  public Future<Attempt> attempt(String action, Limit limit, String device) {
    return count(
        action,
        limit,
        Map.of("parley:limit:" + action + ":device:" + hash(device), limit.perAccount()));
  }

  private Future<Attempt> count(String action, Limit limit, Map<String, Integer> limits) {
    if (!enabled) {
      return Future.succeededFuture(new Attempt(List.of()));
    }
    var keys = List.copyOf(limits.keySet());
    var arguments = new ArrayList<Object>();
    arguments.add(COUNT);
    arguments.add(keys.size());
    arguments.addAll(keys);
    arguments.add(limit.seconds());
    keys.forEach(key -> arguments.add(limits.get(key)));
    return answer(action, arguments).map(counted -> new Attempt(keys));
  }

  /** Takes an attempt back, since it was a right one. A failure only leaves it counted. */
  public Future<Void> giveBack(Attempt attempt) {
    if (attempt.keys().isEmpty()) {
      return Future.succeededFuture();
    }
    var arguments = new ArrayList<Object>();
    arguments.add(GIVE_BACK);
    arguments.add(attempt.keys().size());
    arguments.addAll(attempt.keys());
    return redis.send(EVAL, arguments.toArray()).<Void>mapEmpty().otherwiseEmpty();
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

  private static String hash(String who) {
    return HexFormat.of().formatHex(Digests.sha256(who));
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
