package parley.bridge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Function;
import parley.feature.Point;

/**
 * Is notified when the first connection of a member to this event loop opens and when the last one
 * closes.
 */
public interface Attendance {

  /** Listeners of features; each is created once for each event loop. */
  Point<Function<Vertx, Attendance>> POINT = new Point<>("attendance");

  /** Notifies all of these. */
  static Attendance all(List<Attendance> all) {
    return new Attendance() {
      @Override
      public void came(long memberId) {
        all.forEach(each -> each.came(memberId));
      }

      @Override
      public void left(long memberId) {
        all.forEach(each -> each.left(memberId));
      }

      @Override
      public Future<Void> end() {
        return Future.join(all.stream().map(Attendance::end).toList()).mapEmpty();
      }
    };
  }

  void came(long memberId);

  void left(long memberId);

  /** Is called when this process stops. */
  Future<Void> end();
}
