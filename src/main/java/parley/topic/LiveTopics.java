package parley.topic;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.access.Viewer;
import parley.bridge.Rules;
import parley.bus.ClientEvents;
import parley.bus.InOrder;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.store.Database;
import parley.topic.TopicEvent.Type;

/**
 * Makes the forum live: tells the clients that listen to {@code topic.{id}} and {@code index} what
 * has changed, with the permissions of a guest. Each process that serves such clients reads it for
 * its own, so what is published here stays in the process. Each event names its board: only those
 * who see that board are told.
 */
public final class LiveTopics implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LiveTopics.class);

  private static final String INDEX = "index";
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

  private final EventBus bus;
  private final ClientEvents clients;
  private final Database database;
  private final TopicRepository topics = new TopicRepository();
  private final ReplyRepository replies = new ReplyRepository();
  private final InOrder<Long> reading = new InOrder<>();

  @SuppressWarnings("NullAway.Init") // start() sets it
  private MessageConsumer<JsonObject> happenings;

  LiveTopics(EventBus bus, Database database) {
    this.bus = bus;
    this.clients = new ClientEvents(bus);
    this.database = database;
  }

  /** Anyone may listen to the index; a topic needs a viewer who sees it. */
  public void bind(Rules rules) {
    rules
        .listening(TopicEvents.ADDRESS, this::mayListen)
        .listening(INDEX, (who, rest) -> found(rest.isEmpty()));
  }

  private Future<Void> mayListen(Viewer who, String id) {
    return ID.matcher(id).matches()
        ? topics
            .boardOf(database.client(), Long.parseLong(id))
            .compose(board -> found(board.filter(it -> PostPolicy.maySee(who, it)).isPresent()))
        : found(false);
  }

  /** Begins to tell, once in a process; blocks until nothing is missed. */
  public LiveTopics start() {
    happenings = TopicEvents.CHANNEL.subscribe(bus, this::happened);
    happenings.completion().await();
    return this;
  }

  /** Blocks. */
  @Override
  public void close() {
    happenings.unregister().await();
  }

  private static Future<Void> found(boolean known) {
    return known
        ? Future.succeededFuture()
        : Future.failedFuture(ForumException.of(Kind.NOT_FOUND, "There is no such address."));
  }

  private void happened(TopicEvent event) {
    reading
        .run(event.topicId(), () -> tell(event))
        .onFailure(failure -> log.warn("{} could not be told", event, failure));
  }

  private Future<Void> tell(TopicEvent event) {
    if (event.type() == Type.TOPIC_DELETED) {
      var gone = JsonObject.of("type", "topicDeleted", "topicId", event.topicId());
      publish(TopicEvents.address(event.topicId()), event.boardId(), gone);
      publish(INDEX, event.boardId(), gone);
      return Future.succeededFuture();
    }
    return topics
        .find(database.client(), event.topicId())
        .compose(
            found ->
                found.map(topic -> tell(event, topic)).orElse(Future.succeededFuture())); // gone
  }

  private Future<Void> tell(TopicEvent event, TopicRow topic) {
    var address = TopicEvents.address(event.topicId());
    var board = topic.summary().board().id();
    if (event.type() != Type.REPLY_EDITED) { // which no list shows
      publish(INDEX, board, summary(inIndex(event.type()), topic));
    }
    return switch (event.type()) {
      case REPLY_ADDED -> tellReply("replyAdded", event, topic);
      case REPLY_EDITED -> tellReply("replyEdited", event, topic);
      case REPLY_DELETED -> {
        publish(address, board, withReply("replyDeleted", event, topic));
        yield Future.succeededFuture();
      }
      case REPLY_RESTORED -> {
        publish(address, board, withReply("replyRestored", event, topic));
        yield Future.succeededFuture();
      }
      case STATE_CHANGED, TOPIC_RESTORED -> {
        publish(address, board, standing(topic));
        yield Future.succeededFuture();
      }
      case TOPIC_CHANGED -> {
        publish(address, board, whole(topic));
        yield Future.succeededFuture();
      }
      default -> Future.succeededFuture(); // nobody has watched what is only now there
    };
  }

  private static String inIndex(Type type) {
    return switch (type) {
      case TOPIC_ADDED -> "topicAdded";
      case REPLY_ADDED -> "topicBumped";
      default -> "topicChanged";
    };
  }

  private Future<Void> tellReply(String type, TopicEvent event, TopicRow topic) {
    return replies
        .find(database.client(), requireNonNull(event.replyId()))
        .map(
            found -> {
              found.ifPresent(
                  reply ->
                      publish(
                          TopicEvents.address(event.topicId()),
                          topic.summary().board().id(),
                          withReply(type, event, topic)
                              .put(
                                  "reply",
                                  JsonObject.mapFrom(
                                      TopicViews.reply(reply, ReplyPermissions.NONE)))));
              return null;
            });
  }

  private static JsonObject withReply(String type, TopicEvent event, TopicRow topic) {
    return JsonObject.of(
        "type", type,
        "topicId", event.topicId(),
        "replyId", event.replyId(),
        "floor", event.floor(),
        "replyCount", topic.summary().replyCount());
  }

  private static JsonObject summary(String type, TopicRow topic) {
    return JsonObject.of("type", type, "topic", JsonObject.mapFrom(topic.summary()));
  }

  private static JsonObject standing(TopicRow topic) {
    return JsonObject.of(
        "type",
        "stateChanged",
        "topicId",
        topic.summary().id(),
        "pinned",
        topic.summary().pinned().word(),
        "locked",
        topic.summary().locked(),
        "lock",
        topic.lock() == null ? null : JsonObject.mapFrom(topic.lock()),
        "hidden",
        false);
  }

  private static JsonObject whole(TopicRow topic) {
    var changed = summary("topicChanged", topic);
    changed
        .getJsonObject("topic")
        .put("content", topic.content())
        .put("html", topic.html())
        .put("version", topic.version())
        .put("editedAt", topic.editedAt());
    return changed;
  }

  private void publish(String address, long boardId, JsonObject event) {
    clients.publishHere(address, boardId, event);
  }
}
