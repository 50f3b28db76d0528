package parley.http;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A cached page for guests that may still be in the making. Its tags are known only when it is
 * complete, so until then it records the tags that are dropped.
 */
final class GuestPageSlot extends CompletableFuture<GuestPage> {

  private final Set<String> dropped = new HashSet<>();
  private @Nullable Set<String> tags;

  /** Returns true if the page is complete and has one of these tags; otherwise records them. */
  synchronized boolean drop(Set<String> others) {
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
