package parley.post;

import java.util.List;
import parley.bus.Channel;

/**
 * What boards and members count has changed.
 *
 * @param topics whether topics came or went, not only replies
 * @param members whose profiles count something else
 */
public record CountersChanged(boolean topics, List<Long> members) {

  public static final Channel<CountersChanged> CHANNEL =
      new Channel<>("parley.counters", CountersChanged.class);
}
