package parley.topic;

import io.vertx.core.eventbus.EventBus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bus.Channel;
import parley.post.Draft;
import parley.post.Written;
import parley.topic.ReplyRepository.ReplyRow;
import parley.topic.TopicEvent.Type;

/** What topics announce, after the commit. */
public final class TopicEvents {

  public static final Channel<TopicEvent> CHANNEL = new Channel<>("parley.topic", TopicEvent.class);

  /** Before the topic's id. */
  static final String ADDRESS = "topic.";

  private static final Logger log = LoggerFactory.getLogger(TopicEvents.class);

  private final EventBus bus;

  TopicEvents(EventBus bus) {
    this.bus = bus;
  }

  /** Where clients listen to a topic. */
  public static String address(long topicId) {
    return ADDRESS + topicId;
  }

  void topic(Type type, TopicSummary topic) {
    var author = topic.author().id();
    publish(new TopicEvent(type, topic.id(), topic.board().id(), author, null, null));
  }

  void about(Type type, long topicId, long boardId, long authorId) {
    publish(new TopicEvent(type, topicId, boardId, authorId, null, null));
  }

  void reply(Type type, long topicId, long boardId, long authorId, long replyId, long floor) {
    publish(new TopicEvent(type, topicId, boardId, authorId, replyId, floor));
  }

  /** Announces what was written. */
  void added(Written written, Draft draft) {
    var topic = written.topic();
    var author = draft.author().id();
    publish(
        written.isReply()
            ? new TopicEvent(
                Type.REPLY_ADDED,
                topic.id(),
                topic.boardId(),
                author,
                written.id(),
                written.floor())
            : new TopicEvent(Type.TOPIC_ADDED, topic.id(), topic.boardId(), author, null, null));
  }

  /** An event that is lost is no failure: what it tells of is committed. */
  private void publish(TopicEvent event) {
    try {
      CHANNEL.publish(bus, event);
    } catch (RuntimeException e) {
      log.warn("{} was not announced", event, e);
    }
  }

  void reply(Type type, TopicSummary topic, ReplyRow reply) {
    var author = reply.author().id();
    publish(
        new TopicEvent(type, topic.id(), topic.board().id(), author, reply.id(), reply.floor()));
  }
}
