package parley.http;

import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import parley.bus.Channel;

/**
 * An operation whose answers to guests are cached. Every guest gets the same answer until an event
 * drops one of its tags. A tag names something that the answer shows, such as {@code topic:5}.
 *
 * @param <B> the type of the answers
 */
public final class Kept<B> {

  private final String operationId;
  private final Class<B> type;
  private final Function<B, Set<String>> tags;
  private final List<BiConsumer<EventBus, Consumer<Set<String>>>> drops = new ArrayList<>();

  /**
   * @param tags the tags of an answer; none if no event changes it
   */
  public Kept(String operationId, Class<B> type, Function<B, Set<String>> tags) {
    this.operationId = operationId;
    this.type = type;
    this.tags = tags;
  }

  /**
   * Drops the cached answers of all operations that have one of these tags when the event arrives.
   */
  public <E extends Record> Kept<B> droppedBy(
      Channel<E> channel, Function<E, Set<String>> dropped) {
    drops.add((bus, drop) -> channel.watch(bus, event -> drop.accept(dropped.apply(event))));
    return this;
  }

  String operationId() {
    return operationId;
  }

  Set<String> tagsOf(Object body) {
    return tags.apply(type.cast(body));
  }

  void watch(EventBus bus, Consumer<Set<String>> drop) {
    drops.forEach(source -> source.accept(bus, drop));
  }
}
