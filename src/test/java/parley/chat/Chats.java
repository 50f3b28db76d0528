package parley.chat;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import parley.Client;
import parley.Forum;
import parley.member.Member;

/** Rooms, and what members say in them: saying goes over the event bus, so here past HTTP. */
final class Chats {

  private final Forum forum;

  Chats(Forum forum) {
    this.forum = forum;
  }

  String room(Client one, Client other) {
    return one.post("/api/chat/new", with(other.id())).json().getString("roomId");
  }

  Message say(Client sender, String room, String content) {
    return forum
        .chat()
        .send(member(sender), UUID.fromString(room), content, UUID.randomUUID())
        .await();
  }

  void read(Client reader, String room, long messageId) {
    forum.chat().read(member(reader), UUID.fromString(room), messageId).await();
  }

  Member member(Client client) {
    return forum.members().get(client.id()).await();
  }

  static JsonObject with(long userId) {
    return new JsonObject().put("userId", userId);
  }
}
