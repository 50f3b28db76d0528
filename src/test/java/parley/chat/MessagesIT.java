package parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

/** A room in which five messages have been said in turn. */
class MessagesIT {

  private final Forum forum = Forum.shared();
  private final Chats chats = new Chats(forum);
  private final Client one = forum.member();
  private final Client other = forum.member();
  private String room;
  private List<Long> said;

  @BeforeEach
  void talk() {
    room = chats.room(one, other);
    said =
        IntStream.rangeClosed(1, 5)
            .mapToObj(n -> chats.say(n % 2 == 0 ? one : other, room, "message " + n).id())
            .toList();
  }

  @Test
  void theLastOnesComeOldestFirst() {
    assertThat(contents(query())).containsExactly(1, 2, 3, 4, 5);
    assertThat(contents(query().put("limit", 2))).containsExactly(4, 5);
  }

  @Test
  void beforeAMessageComeTheLastOnesBeforeIt() {
    assertThat(contents(query().put("before", said.get(3)))).containsExactly(1, 2, 3);
    assertThat(contents(query().put("before", said.get(3)).put("limit", 2))).containsExactly(2, 3);
    assertThat(contents(query().put("before", said.get(0)))).isEmpty();
  }

  @Test
  void afterAMessageComeTheFirstOnesAfterIt() {
    assertThat(contents(query().put("after", said.get(1)))).containsExactly(3, 4, 5);
    assertThat(contents(query().put("after", said.get(1)).put("limit", 2))).containsExactly(3, 4);
    assertThat(contents(query().put("after", 0).put("limit", 1))).containsExactly(1);
    assertThat(contents(query().put("after", said.get(4)))).isEmpty();
  }

  @Test
  void aMessageTellsWhoSaidItAndWhen() {
    var message = items(query().put("limit", 1)).get(0);
    assertThat(message.getLong("senderId")).isEqualTo(other.id());
    assertThat(message.getString("roomId")).isEqualTo(room);
    assertThat(message.getString("html")).contains("<p dir=\"auto\">message 5</p>");
    assertThat(message.getInstant("createdAt")).isNotNull();
  }

  @Test
  void toAThirdMemberTheRoomDoesNotExist() {
    forum.member().post("/api/chat/messages", query()).expectProblem(404);
    forum.guest().post("/api/chat/messages", query()).expectProblem(401);
    var nowhere = new JsonObject().put("roomId", "00000000-0000-0000-0000-000000000000");
    one.post("/api/chat/messages", nowhere).expectProblem(404);
  }

  @Test
  void aQuestionThatCannotBeIsNamed() {
    refused(query().put("before", 5).put("after", 1), "after:exclusive");
    refused(query().put("limit", 0), "limit:invalid");
    refused(query().put("limit", 101), "limit:invalid");
    refused(query().put("before", 0), "before:invalid");
    refused(query().put("roomId", "no uuid"), "roomId:invalid");
    refused(new JsonObject(), "roomId:required");
    refused(query().put("whatever", 1), "whatever:unknown");
  }

  private void refused(JsonObject query, String fault) {
    one.post("/api/chat/messages", query).expectProblem(422, fault);
  }

  private JsonObject query() {
    return new JsonObject().put("roomId", room);
  }

  private List<JsonObject> items(JsonObject query) {
    return one.post("/api/chat/messages", query).expect(200).items();
  }

  private List<Integer> contents(JsonObject query) {
    return items(query).stream()
        .map(message -> Integer.valueOf(message.getString("content").replace("message ", "")))
        .toList();
  }
}
