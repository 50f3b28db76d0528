package parley.chat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bridge.Attendance;
import parley.session.Presence;

/**
 * Records in {@link Presence} which members are connected here, and announces to their rooms when
 * they come online or go offline. A member who reconnects within the grace time, as after a page
 * reload, stays online. For use on one event loop.
 */
final class ChatAttendance implements Attendance {

  private static final Logger log = LoggerFactory.getLogger(ChatAttendance.class);

  private static final long STAY_MILLIS = Presence.HOLDS.toMillis() / 3;

  private final Vertx vertx;
  private final Presence presence;
  private final RoomPresence rooms;
  private final long graceMillis;

  /**
   * The connected members. For a member who has just disconnected, the value is the timer of the
   * grace time; otherwise null.
   */
  private final Map<Long, Long> here = new HashMap<>();

  private boolean ended;

  /**
   * @param graceSeconds how long a disconnected member is still shown as online
   */
  ChatAttendance(Vertx vertx, Presence presence, RoomPresence rooms, int graceSeconds) {
    this.vertx = vertx;
    this.presence = presence;
    this.rooms = rooms;
    this.graceMillis = Math.max(1, graceSeconds * 1000L);
    vertx.setPeriodic(STAY_MILLIS, timer -> logged(stay()));
  }

  private Future<Void> stay() {
    return presence
        .stay(Set.copyOf(here.keySet()))
        .compose(
            missed ->
                Future.join(
                    missed.stream()
                        .filter(here::containsKey)
                        .map(memberId -> rooms.announce(memberId, true))
                        .toList()))
        .mapEmpty();
  }

  @Override
  public void came(long memberId) {
    if (here.containsKey(memberId)) {
      vertx.cancelTimer(here.put(memberId, null));
    } else {
      here.put(memberId, null);
      logged(
          presence
              .enter(memberId)
              .compose(isNews -> isNews ? rooms.announce(memberId, true) : done()));
    }
  }

  @Override
  public void left(long memberId) {
    if (!ended) {
      here.put(memberId, vertx.setTimer(graceMillis, timer -> gone(memberId)));
    }
  }

  private void gone(long memberId) {
    here.remove(memberId);
    logged(leave(memberId));
  }

  private Future<Void> leave(long memberId) {
    return presence
        .leave(memberId)
        .compose(isNews -> isNews ? rooms.announce(memberId, false) : done());
  }

  @Override
  public Future<Void> end() {
    ended = true;
    var leaving = here.keySet().stream().map(this::leave).toList();
    here.clear();
    return Future.join(leaving).mapEmpty();
  }

  private static Future<Void> done() {
    return Future.succeededFuture();
  }

  /** A failure has no lasting effect, because the presence lease expires by itself. */
  private static void logged(Future<?> future) {
    future.onFailure(failure -> log.warn("Cannot update presence: {}", failure.toString()));
  }
}
