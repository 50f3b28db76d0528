package parley.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A cached page for guests that may still be in the making. Its tags are known only when it is
 * complete, so until then it records the tags that are dropped.
 */
final class GuestPageSlot extends CompletableFuture<GuestPage> {

  /** A refresh that takes longer has failed. */
  private static final long REFRESH_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Set<String> dropped = new HashSet<>();
  private final long began = System.nanoTime();
  private @Nullable Set<String> tags;
  private @Nullable GuestPageSlot refresh;

  /** The age of the page, counted from before it was read. */
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

  /** This refresh has failed: the next request tries again. */
  synchronized void endRefresh(GuestPageSlot ended) {
    if (refresh == ended) {
      refresh = null;
    }
  }

  /**
   * Returns true if the page is complete and has one of these tags; otherwise it and its next
   * version record them.
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

  /** The tags that were dropped while the page was being made. */
  synchronized Set<String> dropped() {
    return Set.copyOf(dropped);
  }

  /** Sets the tags of the complete page. Returns true if one of them was dropped meanwhile. */
  synchronized boolean seal(Set<String> shown) {
    tags = shown;
    return dropped.stream().anyMatch(shown::contains);
  }
}
