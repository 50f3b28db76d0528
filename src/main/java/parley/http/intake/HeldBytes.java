package parley.http.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes that are held for clients, and limits their sum. Guests and unfinished headers
 * may take only a part of it, so that the rest is left to members, and one network of guests may
 * take only a part of the guests' part. Safe to share between event loops.
 */
public final class HeldBytes {

  /** Unfinished headers and messages may take this fraction of the limit: one third. */
  private static final int PART_OF_UNFINISHED = 3;

  private static final int PART_OF_GUESTS = 3;
  private static final int NETWORKS_OF_GUESTS = 8;

  private final long limit;
  private final AtomicLong all = new AtomicLong();
  private final AtomicLong unfinished = new AtomicLong();
  private final AtomicLong ofGuests = new AtomicLong();
  private final Map<String, Long> ofNetwork = new ConcurrentHashMap<>();

  HeldBytes(long limit) {
    this.limit = limit;
  }

  /** The bytes that are held now. */
  public long all() {
    return all.get();
  }

  /**
   * Takes bytes for a part of a member's body.
   *
   * @return false, without counting, if there is no room
   */
  public boolean takeMember(long bytes) {
    return take(all, limit, bytes);
  }

  public void giveMember(long bytes) {
    all.addAndGet(-bytes);
  }

  /**
   * Takes bytes for a part of a guest's body.
   *
   * @param network of {@link parley.text.Network#smallest}
   * @return false, and nothing is counted, where there is no room for guests, or for this network's
   */
  public boolean takeGuest(String network, long bytes) {
    if (!takeNetwork(network, bytes)) {
      return false;
    }
    if (take(ofGuests, limit / PART_OF_GUESTS, bytes)) {
      if (take(all, limit, bytes)) {
        return true;
      }
      ofGuests.addAndGet(-bytes);
    }
    giveNetwork(network, bytes);
    return false;
  }

  public void giveGuest(String network, long bytes) {
    all.addAndGet(-bytes);
    ofGuests.addAndGet(-bytes);
    giveNetwork(network, bytes);
  }

  /** Counts bytes that have arrived already; returns false if they exceed the limit. */
  boolean addUnfinished(long bytes) {
    all.addAndGet(bytes);
    return unfinished.addAndGet(bytes) <= limit / PART_OF_UNFINISHED;
  }

  boolean isUnfinishedFull() {
    return unfinished.get() > limit / PART_OF_UNFINISHED;
  }

  /** Whether it is twice what there is room for: nobody waits for another loop then. */
  boolean isUnfinishedFarOver() {
    return unfinished.get() > 2 * (limit / PART_OF_UNFINISHED);
  }

  void removeUnfinished(long bytes) {
    all.addAndGet(-bytes);
    unfinished.addAndGet(-bytes);
  }

  private static boolean take(AtomicLong held, long limit, long bytes) {
    if (held.addAndGet(bytes) <= limit) {
      return true;
    }
    held.addAndGet(-bytes);
    return false;
  }

  private boolean takeNetwork(String network, long bytes) {
    var most = limit / PART_OF_GUESTS / NETWORKS_OF_GUESTS;
    var taken = new boolean[1];
    ofNetwork.compute(
        network,
        (same, held) -> {
          var before = held == null ? 0 : held;
          taken[0] = before + bytes <= most;
          return taken[0] ? Long.valueOf(before + bytes) : held;
        });
    return taken[0];
  }

  private void giveNetwork(String network, long bytes) {
    ofNetwork.computeIfPresent(network, (same, held) -> held <= bytes ? null : held - bytes);
  }
}
