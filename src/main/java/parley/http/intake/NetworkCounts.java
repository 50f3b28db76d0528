package parley.http.intake;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parley.text.Network;

/**
 * Counts by client network. Safe to share between event loops.
 *
 * <p>The address of a trusted proxy is not limited, because its connections may come from any
 * client.
 */
public final class NetworkCounts {

  private final int limit;
  private final Set<String> proxies;
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  /**
   * @param limit of the smallest network
   */
  public NetworkCounts(int limit, Set<String> trustedProxies) {
    this.limit = limit;
    this.proxies = trustedProxies;
  }

  /**
   * Returns false, without counting, if one of the networks of the address has reached its limit.
   */
  public boolean enter(String address) {
    if (proxies.contains(address)) {
      return true;
    }
    var networks = Network.of(address);
    for (var i = 0; i < networks.size(); i++) {
      if (!take(networks.get(i))) {
        networks.subList(0, i).forEach(this::give);
        return false;
      }
    }
    return true;
  }

  public void leave(String address) {
    if (!proxies.contains(address)) {
      Network.of(address).forEach(this::give);
    }
  }

  private boolean take(Network network) {
    var most = (long) limit * network.factor();
    var taken = new boolean[1];
    counts.compute(
        network.key(),
        (same, count) -> {
          var before = count == null ? 0 : count;
          taken[0] = before < most;
          return taken[0] ? Integer.valueOf(before + 1) : count;
        });
    return taken[0];
  }

  private void give(Network network) {
    counts.computeIfPresent(network.key(), (same, count) -> count == 1 ? null : count - 1);
  }
}
