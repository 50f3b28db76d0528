package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.bridge.BridgeClient;

/** What those who watch a topic, or the list of topics, are told. */
class LiveTopicIT {

  private final Forum forum = Forum.shared();
  private final Client ann = forum.member();
  private final JsonObject topic = ann.topic("Live", "As it *happens*");
  private final long id = topic.getLong("id");
  private final String address = "topic." + id;

  @Test
  void aReplyIsShownAsAGuestReadsIt() {
    try (var guest = BridgeClient.guest(forum).listen(address)) {
      ann.reply(id, "First **here**");

      var event = guest.event(address, "replyAdded");
      assertThat(event.getInteger("replyCount")).isEqualTo(1);
      assertThat(event.getJsonObject("reply")).isEqualTo(replyAsAGuestReadsIt());
      assertThat(event.fieldNames())
          .containsExactlyInAnyOrder("type", "topicId", "replyId", "floor", "replyCount", "reply");
    }
  }

  @Test
  void editsAndTheEndOfAReplyAreTold() {
    var reply = ann.reply(id, "Frist");
    try (var guest = BridgeClient.guest(forum).listen(address)) {
      ann.put("/api/reply/" + reply.getLong("id"), JsonObject.of("content", "First", "version", 1))
          .expect(200);
      assertThat(guest.event(address, "replyEdited").getJsonObject("reply"))
          .isEqualTo(replyAsAGuestReadsIt());

      ann.delete("/api/reply/" + reply.getLong("id")).expect(204);
      assertThat(guest.event(address, "replyDeleted"))
          .isEqualTo(
              JsonObject.of(
                  "type",
                  "replyDeleted",
                  "topicId",
                  id,
                  "replyId",
                  reply.getLong("id"),
                  "floor",
                  1,
                  "replyCount",
                  0));
    }
  }

  @Test
  void changesAndTheEndOfATopicAreTold() {
    try (var guest = BridgeClient.guest(forum).listen(address).listen("index")) {
      ann.put("/api/topic/" + id, JsonObject.of("title", "Lively", "version", 1)).expect(200);

      var shown = guest.event(address, "topicChanged").getJsonObject("topic");
      var read = forum.guest().get("/api/topic/" + id).json();
      assertThat(shown).isEqualTo(without(read, "replies", "permissions", "state", "lock"));

      ann.delete("/api/topic/" + id).expect(204);
      var gone = JsonObject.of("type", "topicDeleted", "topicId", id);
      assertThat(guest.event(address, "topicDeleted")).isEqualTo(gone);
      assertThat(guest.next(frame -> gone.equals(frame.getJsonObject("body"))))
          .isEqualTo(JsonObject.of("type", "rec", "address", "index", "body", gone));
    }
  }

  @Test
  void theIndexTellsOfNewTopicsAndOfThoseThatComeUp() {
    try (var guest = BridgeClient.guest(forum).listen("index")) {
      var added = ann.topic("Newer", "Look").getLong("id");
      assertThat(summary(guest, "topicAdded", added).getString("title")).isEqualTo("Newer");

      ann.reply(added, "Up");
      var bumped = summary(guest, "topicBumped", added);
      assertThat(bumped.getInteger("replyCount")).isEqualTo(1);
      assertThat(bumped.getJsonObject("lastReply").getJsonObject("author").getLong("id"))
          .isEqualTo(ann.id());
    }
  }

  @Test
  void whoeverNoLongerListensIsToldNothing() {
    try (var guest = BridgeClient.guest(forum).listen(address);
        var witness = BridgeClient.guest(forum).listen(address)) {
      guest.unregister(address).refusal("nowhere", new JsonObject());
      ann.reply(id, "Anyone?");

      witness.event(address, "replyAdded");
      guest.refusal("nowhere", new JsonObject());
      assertThat(guest.untaken()).isEmpty();
    }
  }

  private JsonObject summary(BridgeClient client, String type, long topicId) {
    return client
        .next(
            frame -> {
              var body = frame.getJsonObject("body");
              return body != null
                  && type.equals(body.getString("type"))
                  && body.getJsonObject("topic").getLong("id") == topicId;
            })
        .getJsonObject("body")
        .getJsonObject("topic");
  }

  private JsonObject replyAsAGuestReadsIt() {
    return forum
        .guest()
        .get("/api/topic/" + id)
        .json()
        .getJsonObject("replies")
        .getJsonArray("items")
        .getJsonObject(0);
  }

  private static JsonObject without(JsonObject json, String... keys) {
    var rest = json.copy();
    for (var key : keys) {
      rest.remove(key);
    }
    return rest;
  }
}
