package parley.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A guests' page, from the moment on in which it is being made. What it shows is known only when it
 * is made; so it remembers which tags were dropped meanwhile.
 */
final class GuestPageSlot extends CompletableFuture<GuestPage> {

  /** After so long a refresh has come to nothing, whatever became of it. */
  private static final long REFRESH_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Set<String> dropped = new HashSet<>();
  private final long began = System.nanoTime();
  private Set<String> tags;
  private GuestPageSlot refresh;

  /** How old the page is, counted from before it was read. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** The slot of the page's next version; empty while another request makes it. */
  synchronized Optional<GuestPageSlot> beginRefresh() {
    if (refresh != null && System.nanoTime() - refresh.began < REFRESH_NANOS) {
      return Optional.empty();
    }
    refresh = new GuestPageSlot();
    return Optional.of(refresh);
  }

  /** This refresh came to nothing: the next request tries again. */
  synchronized void endRefresh(GuestPageSlot ended) {
    if (refresh == ended) {
      refresh = null;
    }
  }

  /**
   * True where the page is made and shows one of these tags; else it remembers them. So does its
   * next version.
   */
  synchronized boolean drop(Set<String> others) {
    if (refresh != null) {
      refresh.drop(others);
    }
    if (tags != null) {
      return others.stream().anyMatch(tags::contains);
    }
    dropped.addAll(others);
    return false;
  }

  /** What was dropped so far while the page was made. */
  synchronized Set<String> dropped() {
    return Set.copyOf(dropped);
  }

  /** The page is made and shows this. True where some of that was dropped meanwhile. */
  synchronized boolean seal(Set<String> shown) {
    tags = shown;
    return dropped.stream().anyMatch(shown::contains);
  }
}
