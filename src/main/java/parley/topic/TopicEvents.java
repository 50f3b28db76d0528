package parley.topic;

import io.vertx.core.eventbus.EventBus;
import parley.bus.Channel;
import parley.topic.TopicEvent.Type;

/** What topics announce, after the commit. */
public final class TopicEvents {

  public static final Channel<TopicEvent> CHANNEL = new Channel<>("parley.topic", TopicEvent.class);

  private final EventBus bus;

  TopicEvents(EventBus bus) {
    this.bus = bus;
  }

  void topic(Type type, TopicSummary topic) {
    publish(type, topic, null, null);
  }

  void reply(Type type, TopicSummary topic, long replyId, long floor) {
    publish(type, topic, replyId, floor);
  }

  private void publish(Type type, TopicSummary topic, Long replyId, Long floor) {
    CHANNEL.publish(
        bus,
        new TopicEvent(type, topic.id(), topic.board().id(), topic.author().id(), replyId, floor));
  }
}
