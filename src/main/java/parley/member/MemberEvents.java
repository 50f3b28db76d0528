package parley.member;

import io.vertx.core.eventbus.EventBus;
import parley.bus.Channel;

/** Publishes changes of members, after the commit. */
public final class MemberEvents {

  public static final Channel<MemberChanged> CHANGED =
      new Channel<>("parley.member.changed", MemberChanged.class);

  private final EventBus bus;

  public MemberEvents(EventBus bus) {
    this.bus = bus;
  }

  public void changed(long memberId) {
    CHANGED.publish(bus, new MemberChanged(memberId));
  }
}
