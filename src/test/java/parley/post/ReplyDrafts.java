package parley.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import parley.Client;
import parley.Forum;
import parley.access.Viewer;
import parley.board.Boards;
import parley.rendering.Rendered;

/** Members and topics of a test's own, and replies that are to be written. */
final class ReplyDrafts {

  private final Forum forum;
  private final List<Client> members;
  private final List<Viewer> viewers;
  private final long board;

  ReplyDrafts(Forum forum, int members) {
    this.forum = forum;
    this.board = Boards.add(forum);
    this.members = IntStream.range(0, members).mapToObj(n -> forum.member()).toList();
    this.viewers =
        this.members.stream()
            .map(member -> forum.access().viewer(member.id()).await().orElseThrow())
            .toList();
  }

  long topic() {
    return Boards.topic(members.get(0), board, "Grouped");
  }

  /** All of them are in this one. */
  long board() {
    return board;
  }

  static RequestKey key(String content) {
    return RequestKey.of(UUID.randomUUID().toString(), content);
  }

  Draft draft(int member, long topic, String content) {
    return draft(member, topic, content, key(content));
  }

  Draft draft(int member, long topic, String content, RequestKey key) {
    var text = new Rendered("<p>" + content + "</p>", 1, List.of(), Map.of());
    return Draft.reply(viewers.get(member), topic, content, text, key);
  }

  /** How often a draft is stored, with its entry of the journal. */
  long stored(Draft draft) {
    return forum
        .sql(
            """
            SELECT r.id FROM reply r JOIN journal j ON j.subject = r.id AND j.type = 'reply.written'
            WHERE r.author_id = ? AND r.request_key = ?
            """,
            draft.author().id(),
            draft.request().key())
        .size();
  }

  List<Long> floors(long topic) {
    return forum.sql("SELECT floor FROM reply WHERE topic_id = ? ORDER BY id", topic).stream()
        .map(row -> row.getLong("floor"))
        .toList();
  }

  /** What the topic says of itself. */
  String counts(long topic) {
    var row = forum.sql("SELECT reply_count, last_floor FROM topic WHERE id = ?", topic).get(0);
    return row.getLong("reply_count") + " shown, last " + row.getLong("last_floor");
  }
}
