package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.member.Role;

class EditingIT {

  private final Forum forum = Forum.shared();
  private final Client author = forum.member();
  private String topic;
  private String reply;

  @BeforeEach
  void write() {
    var id = author.topic("Before", "Old text").getLong("id");
    topic = "/api/topic/" + id;
    reply = "/api/reply/" + author.reply(id, "Old reply").getLong("id");
  }

  @Test
  void anAuthorChangesWhatTheyWrote() {
    var edited =
        author
            .put(topic, Edits.of("title", "After", 1).put("content", "*New* text"))
            .expect(200)
            .json();
    assertThat(edited.getString("title")).isEqualTo("After");
    assertThat(edited.getString("html")).contains("<em>New</em>");
    assertThat(edited.getLong("version")).isEqualTo(2);
    assertThat(edited.getInstant("editedAt")).isNotNull();

    var editedReply = author.put(reply, Edits.of("content", "*New* reply", 1)).expect(200).json();
    assertThat(editedReply.getString("html")).contains("<em>New</em>");
    assertThat(editedReply.getLong("version")).isEqualTo(2);
    assertThat(editedReply.getInstant("editedAt")).isNotNull();
    assertThat(editedReply.getLong("floor")).isEqualTo(1);
  }

  @Test
  void whatIsLeftOutStaysAsItIs() {
    author.put(topic, Edits.of("title", "Only the title", 1)).expect(200);
    var edited = author.put(topic, Edits.of("content", "Only the text", 2)).expect(200).json();
    assertThat(edited.getString("title")).isEqualTo("Only the title");
    assertThat(edited.getString("content")).isEqualTo("Only the text");
    assertThat(edited.getJsonObject("board").getLong("id")).isEqualTo(1);
  }

  @Test
  void anotherMemberMayNot() {
    var other = forum.member();
    other.put(topic, Edits.of("title", "Mine now", 1)).expectProblem(403);
    other.put(reply, Edits.of("content", "Mine now", 1)).expectProblem(403);
    assertThat(author.get(topic).json().getString("title")).isEqualTo("Before");
  }

  @Test
  void aGuestMayNot() {
    forum.guest().put(topic, Edits.of("title", "Mine now", 1)).expectProblem(401);
    forum.guest().put(reply, Edits.of("content", "Mine now", 1)).expectProblem(401);
  }

  @Test
  void aModeratorMay() {
    var moderator = forum.member(Role.MODERATOR);
    var edited = moderator.put(topic, Edits.of("title", "Tidied", 1)).expect(200).json();
    assertThat(edited.getJsonObject("author").getLong("id")).isEqualTo(author.id());
    moderator.put(reply, Edits.of("content", "Tidied", 1)).expect(200);
  }

  @Test
  void anEditOfWhatIsNoLongerThereAsSeenIsAConflict() {
    author.put(topic, Edits.of("title", "Second", 1)).expect(200);
    author.put(topic, Edits.of("title", "Third", 1)).expectProblem(409);
    author.put(topic, Edits.of("title", "Third", 3)).expectProblem(409);
    assertThat(author.get(topic).json().getString("title")).isEqualTo("Second");

    author.put(reply, Edits.of("content", "Second", 1)).expect(200);
    author.put(reply, Edits.of("content", "Third", 1)).expectProblem(409);
  }

  @Test
  void aTopicMovesOnlyToABoardThatIsThere() {
    assertThat(
            author.put(topic, Edits.of("boardId", 2, 1)).expect(200).json().getJsonObject("board"))
        .isEqualTo(new JsonObject().put("id", 2).put("title", "Questions and answers"));
    author.put(topic, Edits.of("boardId", 987_654_321, 2)).expectProblem(422, "boardId:unknown");
  }

  @Test
  void aConflictMovesNothing() {
    author.put(topic, Edits.of("boardId", 2, 7)).expectProblem(409);
    assertThat(author.get(topic).json().getJsonObject("board").getLong("id")).isEqualTo(1);
  }

  @Test
  void whatIsWrittenIsCheckedAsWhenItWasNew() {
    author.put(topic, Edits.of("title", " ", 1)).expectProblem(422, "title:required");
    author.put(reply, Edits.of("content", " ", 1)).expectProblem(422, "content:required");
    author.put(reply, new JsonObject().put("content", "x")).expectProblem(422, "version:required");
  }

  @Test
  void whatIsGoneOrNeverWasCannotBeEdited() {
    author.put("/api/topic/987654321", Edits.of("title", "x", 1)).expectProblem(404);
    author.put("/api/reply/987654321", Edits.of("content", "x", 1)).expectProblem(404);
    author.delete(topic).expect(204);
    author.put(topic, Edits.of("title", "x", 1)).expectProblem(404);
    author.put(reply, Edits.of("content", "x", 1)).expectProblem(404);
  }
}
