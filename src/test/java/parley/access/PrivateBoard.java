package parley.access;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import parley.Client;
import parley.Forum;
import parley.board.Boards;

/** A board that only a group sees, with a topic and a reply; everything in it has the word. */
public final class PrivateBoard {

  public final Forum forum;
  public final String word = Forum.unique("secret");
  public final long group;
  public final long board;
  public final Client insider;
  public final long topic;
  public final long reply;

  public PrivateBoard(Forum forum) {
    this.forum = forum;
    this.group = forum.access().addGroup("Group of " + word).await();
    this.board = Boards.add(forum);
    forum.sql("UPDATE board SET title = ?, description = ? WHERE id = ?", word, word, board);
    seenBy(group);
    this.insider = insider();
    this.topic = Boards.topic(insider, board, word);
    this.reply = insider.reply(topic, "A reply with " + word).getLong("id");
  }

  /** A new member who sees the board. */
  public Client insider() {
    var member = forum.member();
    forum.access().join(member.id(), group).await();
    return member;
  }

  public void seenBy(long other) {
    forum
        .access()
        .setRights(
            new BoardRights(board, other, Group.MEMBERS, Group.MEMBERS, Set.of(Group.MODERATORS)))
        .await();
  }

  /** Whether the text tells of the board or of what is in it. */
  boolean isToldBy(String text) {
    return text.contains(word);
  }

  /** Whether one of the objects has an id of the board, the topic or the reply. */
  boolean isNamedBy(Object json) {
    if (json instanceof JsonObject object) {
      return isNamed(object, "topicId", topic)
          || isNamed(object, "boardId", board)
          || isNamed(object, "replyId", reply)
          || object.getValue("board") instanceof JsonObject its && isNamed(its, "id", board)
          || object.getMap().keySet().stream().map(object::getValue).anyMatch(this::isNamedBy);
    }
    return json instanceof JsonArray array && array.stream().anyMatch(this::isNamedBy);
  }

  private static boolean isNamed(JsonObject object, String key, long id) {
    return object.getValue(key) instanceof Number number && number.longValue() == id;
  }
}
