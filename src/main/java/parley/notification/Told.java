package parley.notification;

import java.util.List;
import parley.bus.Channel;

/** Members have new notifications, or have read some: look. */
public record Told(List<Long> memberIds) {

  public static final Channel<Told> CHANNEL = new Channel<>("parley.notification", Told.class);
}
