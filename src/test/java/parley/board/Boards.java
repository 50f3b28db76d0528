package parley.board;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import parley.Client;
import parley.Forum;
import parley.access.BoardRights;
import parley.access.Group;

/** Boards of a test's own, whose counts nobody else changes. */
public final class Boards {

  private Boards() {}

  /** A new board; its id. */
  public static long add(Forum forum) {
    var slug = Forum.unique("board");
    forum.sql(
        "INSERT INTO board (position, title, slug, description) VALUES (1000, ?, ?, '')",
        slug,
        slug);
    forum.access().rightsChanged().await();
    return forum.sql("SELECT id FROM board WHERE slug = ?", slug).get(0).getLong("id");
  }

  /** A board with its counts, as of now. */
  public static JsonObject find(Forum forum, long id) {
    forum.caughtUp();
    return forum.guest().get("/api/topic/boards").expect(200).items().stream()
        .filter(board -> board.getLong("id") == id)
        .findFirst()
        .orElseThrow();
  }

  /** Has a board moderated by this group alone. */
  public static void moderatedBy(Forum forum, long board, long group) {
    var members = Group.MEMBERS;
    forum
        .access()
        .setRights(new BoardRights(board, Group.EVERYONE, members, members, Set.of(group)))
        .await();
  }

  /** Opens a topic in a board; its id. */
  public static long topic(Client author, long board, String title) {
    return author
        .post("/api/topic/add", draft(board, title, "Text of " + title))
        .expect(201)
        .json()
        .getLong("id");
  }

  public static JsonObject draft(long board, String title, String content) {
    return new JsonObject().put("title", title).put("content", content).put("boardId", board);
  }
}
