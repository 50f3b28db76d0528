package parley.chat;

import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import parley.bus.ClientEvents;

/**
 * Publishes chat events to clients: {@code chat.room.{id}} is for the two members of a room, {@code
 * user.{id}} for one member. Delivery is best-effort. With {@code previousId}, a client detects
 * missed messages and fetches them.
 */
final class ChatEvents {

  static final String ROOM = "chat.room.";
  static final String USER = "user.";

  private final ClientEvents clients;

  ChatEvents(EventBus bus) {
    this.clients = new ClientEvents(bus);
  }

  /**
   * Publishes to the room, and to each of its two members with that member's number of unread
   * messages.
   */
  void said(StoredMessage sent) {
    var room = message(sent);
    clients.publish(ROOM + sent.message().roomId(), room);
    clients.publish(
        USER + sent.message().senderId(), room.copy().put("unread", sent.senderUnread()));
    clients.publish(USER + sent.otherId(), room.copy().put("unread", sent.otherUnread()));
  }

  private static JsonObject message(StoredMessage sent) {
    return JsonObject.of(
        "type", "message",
        "message", JsonObject.mapFrom(sent.message()),
        "previousId", sent.previousId());
  }

  void typing(UUID room, long memberId) {
    clients.publish(ROOM + room, JsonObject.of("type", "typing", "userId", memberId));
  }

  void read(ReadMark mark) {
    clients.publish(
        ROOM + mark.roomId(),
        JsonObject.of("type", "read", "userId", mark.memberId(), "messageId", mark.lastReadId()));
    clients.publish(
        USER + mark.memberId(),
        JsonObject.of(
            "type", "unread", "roomId", mark.roomId().toString(), "unread", mark.unread()));
  }

  void presence(UUID room, long memberId, boolean online) {
    clients.publish(
        ROOM + room, JsonObject.of("type", "presence", "userId", memberId, "online", online));
  }
}
