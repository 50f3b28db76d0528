package parley.chat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.session.Presence;

/**
 * Announces that members are offline if their presence lease has expired, because their process was
 * killed. Every process with a bridge checks for this, and each member is handled by only one of
 * them.
 */
final class PresenceExpiry implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PresenceExpiry.class);

  private static final long LOOK_MILLIS = TimeUnit.SECONDS.toMillis(5);

  private final Vertx vertx;
  private final Presence presence;
  private final RoomPresence rooms;
  private final long timer;

  /** Starts the periodic check. */
  PresenceExpiry(Vertx vertx, Presence presence, RoomPresence rooms) {
    this.vertx = vertx;
    this.presence = presence;
    this.rooms = rooms;
    this.timer = vertx.setPeriodic(LOOK_MILLIS, look -> look());
  }

  private void look() {
    presence
        .abandoned()
        .compose(
            members ->
                Future.join(members.stream().map(member -> rooms.announce(member, false)).toList()))
        .onFailure(
            failure ->
                log.warn(
                    "Members whose presence expired could not be announced: {}",
                    failure.toString()));
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
