package parley.http;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A guests' page, from the moment on in which it is being made. What it shows is known only when it
 * is made; so it remembers which tags were dropped meanwhile.
 */
final class GuestPageSlot extends CompletableFuture<GuestPage> {

  private final Set<String> dropped = new HashSet<>();
  private @Nullable Set<String> tags;

  /** True where the page is made and shows one of these tags; else it remembers them. */
  synchronized boolean drop(Set<String> others) {
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
