package parley.chat;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import parley.Client;
import parley.Forum;

/** Two new members with a room that both have opened. */
record Conversation(Client ann, Client ben, String roomId) {

  static Conversation in(Forum forum) {
    var ann = forum.member();
    var ben = forum.member();
    return new Conversation(ann, ben, between(ann, ben));
  }

  static String between(Client one, Client other) {
    other.post("/api/chat/new", JsonObject.of("userId", one.id()));
    return one.post("/api/chat/new", JsonObject.of("userId", other.id()))
        .json()
        .getString("roomId");
  }

  String address() {
    return "chat.room." + roomId;
  }

  JsonObject room() {
    return JsonObject.of("roomId", roomId);
  }

  JsonObject saying(String content) {
    return saying(content, UUID.randomUUID());
  }

  JsonObject saying(String content, UUID clientId) {
    return room().put("content", content).put("clientId", clientId.toString());
  }
}
