package parley.chat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import parley.access.Viewer;
import parley.bridge.Rules;
import parley.bridge.Rules.Sender;
import parley.bus.InOrder;
import parley.config.Section;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.limit.Limit;
import parley.limit.RateLimits;
import parley.member.Member;

/**
 * Chat commands over the event bus: what members may send, and who may listen. For use on one event
 * loop, where the messages of a room are stored and announced one after the other.
 */
public final class ChatCommands {

  /** How often a member may send a message. */
  public static final Section<Limit> LIMIT = new Section<>("limits.message", Limit.class);

  private record InRoom(UUID roomId) {}

  private record Say(UUID roomId, String content, UUID clientId) {}

  private record MarkRead(UUID roomId, Long messageId) {}

  private final ChatService chat;
  private final RateLimits limits;
  private final Limit speaking;
  private final Counter messages;
  private final InOrder<UUID> rooms = new InOrder<>();

  public ChatCommands(ChatService chat, RateLimits limits, Limit speaking, MeterRegistry metrics) {
    this.chat = chat;
    this.limits = limits;
    this.speaking = speaking;
    this.messages =
        Counter.builder("parley.chat.messages")
            .description("Chat messages stored and acknowledged")
            .register(metrics);
  }

  public void bind(Rules rules) {
    rules
        .command("chat.join", InRoom.class, this::join)
        .command("chat.send", Say.class, this::send)
        .command("chat.typing", InRoom.class, this::typing)
        .command("chat.read", MarkRead.class, this::read)
        .listening(ChatEvents.ROOM, this::mayListenToRoom)
        .listening(ChatEvents.USER, ChatCommands::mayListenToUser);
  }

  private Future<JsonObject> join(Sender sender, InRoom body) {
    require(body.roomId(), "roomId");
    return chat.join(sender.member(), body.roomId()).map(JsonObject::mapFrom);
  }

  private Future<JsonObject> send(Sender sender, Say body) {
    require(body.roomId(), "roomId");
    require(body.clientId(), "clientId");
    return limits
        .take("message", speaking, Long.toString(sender.member().id()), sender.address())
        .compose(
            free ->
                rooms.run(
                    body.roomId(),
                    () ->
                        chat.send(sender.member(), body.roomId(), body.content(), body.clientId())))
        .onSuccess(sent -> messages.increment())
        .map(JsonObject::mapFrom);
  }

  private Future<JsonObject> typing(Sender sender, InRoom body) {
    require(body.roomId(), "roomId");
    return chat.typing(sender.member(), body.roomId()).map(told -> new JsonObject());
  }

  private Future<JsonObject> read(Sender sender, MarkRead body) {
    require(body.roomId(), "roomId");
    require(body.messageId(), "messageId");
    return chat.read(sender.member(), body.roomId(), body.messageId())
        .map(read -> new JsonObject());
  }

  private Future<Void> mayListenToRoom(Viewer who, String room) {
    var member = member(who);
    return uuid(room)
        .map(id -> chat.requireSeat(member, id))
        .orElseGet(() -> Future.failedFuture(ForumException.notFound("room")));
  }

  private static Future<Void> mayListenToUser(Viewer who, String user) {
    return Long.toString(member(who).id()).equals(user)
        ? Future.succeededFuture()
        : Future.failedFuture(
            ForumException.of(Kind.FORBIDDEN, "Only this member may listen to this address."));
  }

  private static Member member(Viewer who) {
    return who.signedIn();
  }

  private static Optional<UUID> uuid(String text) {
    try {
      var uuid = UUID.fromString(text);
      // the parser also accepts shorter forms, but nothing is published to such addresses
      return uuid.toString().equals(text) ? Optional.of(uuid) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void require(Object value, String field) {
    if (value == null) {
      throw ForumException.invalid(field, "required", "This field is required.");
    }
  }
}
