package parley.bridge;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import parley.config.Bridge;
import parley.http.intake.NetworkCounts;

/**
 * Counts the connections of this process: all of them, those of each member, and those of guests of
 * each network. Safe to share between event loops.
 */
public final class ConnectionCounts {

  private final Bridge limits;
  private final AtomicInteger all = new AtomicInteger();
  private final Map<Long, Integer> ofMember = new ConcurrentHashMap<>();
  private final NetworkCounts ofGuests;

  /**
   * @param proxies trusted proxies: a connection from their own address may come from any client,
   *     so its guests are not limited
   */
  public ConnectionCounts(Bridge limits, Set<String> proxies) {
    this.limits = limits;
    this.ofGuests = new NetworkCounts(limits.guestsPerNetwork(), proxies);
  }

  boolean isFull() {
    return all.get() >= limits.connections();
  }

  void enter() {
    all.incrementAndGet();
  }

  void leave() {
    all.decrementAndGet();
  }

  /**
   * Returns false, without counting, if the member has reached {@code bridge.connectionsPerMember}.
   */
  boolean enterMember(long memberId) {
    return take(ofMember, memberId, limits.connectionsPerMember());
  }

  void leaveMember(long memberId) {
    give(ofMember, memberId);
  }

  /**
   * Returns false, without counting, if the network has reached {@code bridge.guestsPerNetwork}.
   */
  boolean enterGuest(String address) {
    return ofGuests.enter(address);
  }

  void leaveGuest(String address) {
    ofGuests.leave(address);
  }

  private static <K> boolean take(Map<K, Integer> counts, K key, int limit) {
    var taken = new boolean[1];
    counts.compute(
        key,
        (same, count) -> {
          var before = count == null ? 0 : count;
          taken[0] = before < limit;
          return taken[0] ? before + 1 : count;
        });
    return taken[0];
  }

  private static <K> void give(Map<K, Integer> counts, K key) {
    counts.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
  }
}
