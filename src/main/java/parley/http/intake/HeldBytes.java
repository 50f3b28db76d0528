package parley.http.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that are held for clients, which together stay under a limit. Guests and headers may
 * take a part of it alone, so that members always have the rest, and one network of guests a part
 * of theirs. Safe to share between event loops.
 */
public final class HeldBytes {

  /** What clients have sent of headers and messages that are not complete. */
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
   * For a part of a member's body.
   *
   * @return false, and nothing is counted, where there is no room
   */
  public boolean takeMember(long bytes) {
    return take(all, limit, bytes);
  }

  public void giveMember(long bytes) {
    all.addAndGet(-bytes);
  }

  /**
   * For a part of a guest's body.
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

  /** For what has arrived already; false where it is more than there is room for. */
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
