package parley.http.intake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import parley.http.intake.LoopWatch.Kind;

/**
 * The event loops of a process whose listeners share what may be held. Where there is no more room,
 * the connection that has waited for longest on any of them gives way, so that an attack on one
 * listener takes nothing from the clients of another. Safe to share between event loops.
 */
final class Loops {

  private final List<LoopWatch> all = new CopyOnWriteArrayList<>();

  void add(LoopWatch watch) {
    all.add(watch);
  }

  /** The loop with the connection of this kind that has been so for longest; null for none. */
  @Nullable LoopWatch withEldest(Kind kind) {
    @Nullable LoopWatch found = null;
    long foundSince = 0;
    for (var watch : all) {
      var since = watch.eldestSince(kind);
      if (since != null && (found == null || since - foundSince < 0)) {
        found = watch;
        foundSince = since;
      }
    }
    return found;
  }
}
