package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.member.Role;
import parley.post.PostEntries;

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

    var editedReply = author.put(reply, Edits.of("content", "*New* reply", 1)).expect(200).json();
    assertThat(editedReply.getString("html")).contains("<em>New</em>");
    assertThat(editedReply.getLong("version")).isEqualTo(2);
    assertThat(editedReply.getLong("floor")).isEqualTo(1);
  }

  /** Moves what was written into the past. */
  private void age(Duration age) {
    var at = LocalDateTime.now(ZoneOffset.UTC).minus(age);
    forum.sql("UPDATE topic SET created_at = ? WHERE id = ?", at, idOf(topic));
    forum.sql("UPDATE reply SET created_at = ? WHERE id = ?", at, idOf(reply));
  }

  private static long idOf(String path) {
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }

  @Test
  void anAuthorMendsASlipOfTheFirstMinutesUnmarked() {
    age(EditMark.GRACE.minusSeconds(30));
    var edited = author.put(topic, Edits.of("content", "Mended", 1)).expect(200).json();
    assertThat(edited.getLong("version")).isEqualTo(2);
    assertThat(edited.getValue("editedAt")).isNull();
    assertThat(edited.getString("html")).contains("Mended");
    var editedReply = author.put(reply, Edits.of("content", "Mended", 1)).expect(200).json();
    assertThat(editedReply.getLong("version")).isEqualTo(2);
    assertThat(editedReply.getValue("editedAt")).isNull();
  }

  @Test
  void aLaterEditIsMarked() {
    age(EditMark.GRACE.plusSeconds(1));
    var edited = author.put(topic, Edits.of("title", "Later", 1)).expect(200).json();
    assertThat(edited.getInstant("editedAt")).isNotNull();
    var editedReply = author.put(reply, Edits.of("content", "Later", 1)).expect(200).json();
    assertThat(editedReply.getInstant("editedAt")).isNotNull();
  }

  @Test
  void theMarkOfAModeratorsEditStaysWhenTheAuthorMendsASlip() {
    var moderator = forum.member(Role.MODERATOR);
    var marked = moderator.put(topic, Edits.of("title", "Tidied", 1)).expect(200).json();
    var mended = author.put(topic, Edits.of("title", "Tidied up", 2)).expect(200).json();
    assertThat(mended.getInstant("editedAt")).isNotNull().isEqualTo(marked.getInstant("editedAt"));
    var markedReply = moderator.put(reply, Edits.of("content", "Tidied", 1)).expect(200).json();
    var mendedReply = author.put(reply, Edits.of("content", "Tidied up", 2)).expect(200).json();
    assertThat(mendedReply.getInstant("editedAt"))
        .isNotNull()
        .isEqualTo(markedReply.getInstant("editedAt"));
  }

  @Test
  void anEditThatChangesNothingMakesNoVersion() {
    age(Duration.ofHours(1));
    var entries = entriesOfEdits();
    var same =
        author
            .put(topic, Edits.of("title", "Before", 1).put("content", "Old text").put("boardId", 1))
            .expect(200)
            .json();
    assertThat(same.getLong("version")).isEqualTo(1);
    assertThat(same.getValue("editedAt")).isNull();
    assertThat(same.getJsonObject("replies").getLong("total")).isEqualTo(1);
    author.put(topic, Edits.of("title", " Before ", 1)).expect(200);
    var sameReply = author.put(reply, Edits.of("content", "Old reply", 1)).expect(200).json();
    assertThat(sameReply.getLong("version")).isEqualTo(1);
    assertThat(sameReply.getValue("editedAt")).isNull();
    assertThat(entriesOfEdits()).isEqualTo(entries);
    author.put(topic, Edits.of("title", "Before", 2)).expectProblem(409);
    author.put(reply, Edits.of("content", "Old reply", 2)).expectProblem(409);
  }

  private long entriesOfEdits() {
    return forum
        .sql(
            "SELECT COUNT(*) AS entries FROM journal"
                + " WHERE (type = ? AND subject = ?) OR (type = ? AND subject = ?)",
            PostEntries.TOPIC_EDITED.name(),
            idOf(topic),
            PostEntries.REPLY_EDITED.name(),
            idOf(reply))
        .get(0)
        .getLong("entries");
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
        .isEqualTo(
            new JsonObject().put("id", 2).put("title", "Questions and answers").putNull("colour"));
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
