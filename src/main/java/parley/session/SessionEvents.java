package parley.session;

import io.vertx.core.eventbus.EventBus;
import parley.bus.Channel;

/** Publishes events about sessions. */
public final class SessionEvents {

  public static final Channel<SessionRevoked> REVOKED =
      new Channel<>("parley.session.revoked", SessionRevoked.class);

  private final EventBus bus;

  SessionEvents(EventBus bus) {
    this.bus = bus;
  }

  void revoked(long memberId, String sessionId) {
    REVOKED.publish(bus, new SessionRevoked(memberId, sessionId));
  }
}
