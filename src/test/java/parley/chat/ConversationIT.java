package parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.Forum;
import parley.bridge.BridgeClient;
import parley.nginx.Nginx;

class ConversationIT {

  private final Forum forum = Forum.shared();
  private final Conversation chat = Conversation.in(forum);

  @Test
  void whatOneSaysTheOtherHears() {
    try (var ann = BridgeClient.of(forum, chat.ann());
        var ben = BridgeClient.of(forum, chat.ben()).listen(chat.address())) {
      var sent = ann.send("chat.send", chat.saying("Hello **Ben**"));

      assertThat(sent.getString("html"))
          .isEqualTo("<p dir=\"auto\">Hello <strong>Ben</strong></p>\n");
      assertThat(sent.getLong("senderId")).isEqualTo(chat.ann().id());
      var heard = ben.event(chat.address(), "message");
      assertThat(heard.getJsonObject("message")).isEqualTo(sent);
      assertThat(heard.getLong("previousId")).isZero();
      assertThat(history()).containsExactly(sent);
    }
  }

  @Test
  void theyHearEachOtherThroughNginx() {
    var port = BridgeClient.options(Nginx.shared().port());
    try (var ann = BridgeClient.open(forum.vertx(), port).withToken(chat.ann().token());
        var ben = BridgeClient.open(forum.vertx(), port).withToken(chat.ben().token())) {
      ben.listen(chat.address());
      var sent = ann.send("chat.send", chat.saying("Through nginx"));
      assertThat(ben.event(chat.address(), "message").getJsonObject("message")).isEqualTo(sent);
    }
  }

  @Test
  void aMessageNamesTheOneBeforeIt() {
    try (var ann = BridgeClient.of(forum, chat.ann());
        var ben = BridgeClient.of(forum, chat.ben()).listen(chat.address())) {
      var first = ann.send("chat.send", chat.saying("one"));
      ann.send("chat.send", chat.saying("two"));

      ben.event(chat.address(), "message");
      assertThat(ben.event(chat.address(), "message").getLong("previousId"))
          .isEqualTo(first.getLong("id"));
    }
  }

  @Test
  void theSameClientIdIsStoredOnceAndGetsTheFirstAnswer() {
    try (var ann = BridgeClient.of(forum, chat.ann());
        var ben = BridgeClient.of(forum, chat.ben()).listen(chat.address())) {
      var clientId = UUID.randomUUID();
      var first = ann.send("chat.send", chat.saying("once", clientId));
      var again = ann.send("chat.send", chat.saying("once, I said", clientId));
      ann.send("chat.send", chat.saying("twice"));

      assertThat(again).isEqualTo(first);
      assertThat(history()).hasSize(2);
      ben.event(chat.address(), "message");
      assertThat(ben.event(chat.address(), "message").getJsonObject("message").getString("content"))
          .isEqualTo("twice");
    }
  }

  @Test
  void aMemberHearsOfMessagesInAnyRoomWithTheUnreadCount() {
    var user = "user." + chat.ben().id();
    try (var ann = BridgeClient.of(forum, chat.ann());
        var ben = BridgeClient.of(forum, chat.ben()).listen(user)) {
      ann.send("chat.send", chat.saying("one"));
      var last = ann.send("chat.send", chat.saying("two"));

      assertThat(ben.event(user, "message").getLong("unread")).isEqualTo(1);
      assertThat(ben.event(user, "message").getLong("unread")).isEqualTo(2);
      ben.send("chat.read", chat.room().put("messageId", last.getLong("id")));
      assertThat(ben.event(user, "unread"))
          .isEqualTo(JsonObject.of("type", "unread", "roomId", chat.roomId(), "unread", 0));
    }
  }

  @Test
  void theOtherSeesHowFarOneHasRead() {
    try (var ann = BridgeClient.of(forum, chat.ann()).listen(chat.address());
        var ben = BridgeClient.of(forum, chat.ben())) {
      var id = ann.send("chat.send", chat.saying("read me")).getLong("id");
      ben.send("chat.read", chat.room().put("messageId", id + 1_000));

      assertThat(ann.event(chat.address(), "read"))
          .isEqualTo(JsonObject.of("type", "read", "userId", chat.ben().id(), "messageId", id));
      assertThat(ann.send("chat.join", chat.room()).getLong("lastReadId")).isEqualTo(id);
    }
  }

  @Test
  void theOtherSeesThatOneTypes() {
    try (var ann = BridgeClient.of(forum, chat.ann());
        var ben = BridgeClient.of(forum, chat.ben()).listen(chat.address())) {
      ann.send("chat.typing", chat.room());

      assertThat(ben.event(chat.address(), "typing"))
          .isEqualTo(JsonObject.of("type", "typing", "userId", chat.ann().id()));
    }
  }

  @Test
  void joiningTellsWhatIsUnread() {
    try (var ann = BridgeClient.of(forum, chat.ann());
        var ben = BridgeClient.of(forum, chat.ben())) {
      ann.send("chat.send", chat.saying("one"));

      assertThat(ben.send("chat.join", chat.room()))
          .isEqualTo(
              JsonObject.of("roomId", chat.roomId(), "unread", 1, "lastReadId", 0, "online", true));
    }
  }

  @Test
  void whatIsWrongWithAMessageIsNamed() {
    try (var ann = BridgeClient.of(forum, chat.ann())) {
      var empty = ann.ask("chat.send", chat.saying("  "));
      assertThat(empty.getInteger("failureCode")).isEqualTo(422);
      assertThat(empty.getJsonArray("errors").getJsonObject(0).getString("code"))
          .isEqualTo("required");
      assertThat(ann.refusal("chat.send", chat.saying("x".repeat(4_001)))).isEqualTo(422);
      assertThat(ann.refusal("chat.send", chat.room().put("content", "no id"))).isEqualTo(422);
      assertThat(ann.refusal("chat.send", chat.saying("x").put("clientId", "no"))).isEqualTo(422);
      assertThat(ann.refusal("chat.send", chat.saying("x").put("more", 1))).isEqualTo(422);
      assertThat(ann.refusal("chat.read", chat.room())).isEqualTo(422);
      assertThat(ann.refusal("chat.join", new JsonObject())).isEqualTo(422);
      assertThat(history()).isEmpty();
    }
  }

  private List<JsonObject> history() {
    return chat.ben().post("/api/chat/messages", chat.room()).expect(200).items();
  }
}
