package parley.topic;

import io.vertx.core.eventbus.EventBus;
import parley.bus.Channel;
import parley.topic.ReplyRepository.ReplyRow;
import parley.topic.TopicEvent.Type;

/** What topics announce, after the commit. */
public final class TopicEvents {

  public static final Channel<TopicEvent> CHANNEL = new Channel<>("parley.topic", TopicEvent.class);

  private final EventBus bus;

  TopicEvents(EventBus bus) {
    this.bus = bus;
  }

  void topic(Type type, TopicSummary topic) {
    var author = topic.author().id();
    CHANNEL.publish(bus, new TopicEvent(type, topic.id(), topic.board().id(), author, null, null));
  }

  void reply(Type type, TopicSummary topic, ReplyRow reply) {
    var author = reply.author().id();
    CHANNEL.publish(
        bus,
        new TopicEvent(type, topic.id(), topic.board().id(), author, reply.id(), reply.floor()));
  }
}
