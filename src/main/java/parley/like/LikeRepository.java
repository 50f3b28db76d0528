package parley.like;

import static parley.store.Rows.first;
import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.member.Author;
import parley.paging.PageRequest;
import parley.post.PostRef;

/** Likes as rows, and how many each post has. */
final class LikeRepository {

  /** Locks the count of the post before the member's own row, which no other member writes. */
  private static final String LOCK =
      """
      INSERT INTO post_likes (kind, post_id, likes) VALUES (?, ?, 0)
      ON DUPLICATE KEY UPDATE likes = likes
      """;

  private static final String ADD =
      """
      INSERT INTO post_like (kind, post_id, member_id, created_at) VALUES (?, ?, ?, ?)
      ON DUPLICATE KEY UPDATE created_at = created_at
      """;

  private static final String REMOVE =
      "DELETE FROM post_like WHERE kind = ? AND post_id = ? AND member_id = ?";

  private static final String COUNT =
      "UPDATE post_likes SET likes = likes + ? WHERE kind = ? AND post_id = ?";

  private static final String LIKES = "SELECT likes FROM post_likes WHERE kind = ? AND post_id = ?";

  private static final String IS_LIKED =
      "SELECT 1 FROM post_like WHERE kind = ? AND post_id = ? AND member_id = ?";

  private static final String RENAME =
      "UPDATE %s SET kind = ?, post_id = ? WHERE kind = ? AND post_id = ?";

  private static final String OF_POSTS =
      """
      SELECT c.kind, c.post_id, c.likes, l.member_id
      FROM post_likes c
      LEFT JOIN post_like l
        ON l.kind = c.kind AND l.post_id = c.post_id AND l.member_id = ?
      WHERE c.likes > 0 AND (%s)
      """;

  private static final String MEMBERS =
      """
      SELECT %s FROM post_like l JOIN member a ON a.id = l.member_id
      WHERE l.kind = ? AND l.post_id = ? ORDER BY l.created_at DESC, l.member_id DESC
      LIMIT ? OFFSET ?
      """
          .formatted(Author.columns("a"));

  /** Locks the likes of the post until the transaction ends. */
  Future<Void> lock(SqlClient tx, PostRef post) {
    return tx.preparedQuery(LOCK).execute(of(post)).mapEmpty();
  }

  Future<Boolean> isLiked(SqlClient client, PostRef post, long memberId) {
    return client
        .preparedQuery(IS_LIKED)
        .execute(of(post).addLong(memberId))
        .map(rows -> rows.size() > 0);
  }

  Future<Void> add(SqlClient tx, PostRef post, long memberId, Instant now) {
    return tx.preparedQuery(ADD).execute(of(post).addLong(memberId).addValue(utc(now))).mapEmpty();
  }

  Future<Void> remove(SqlClient tx, PostRef post, long memberId) {
    return tx.preparedQuery(REMOVE).execute(of(post).addLong(memberId)).mapEmpty();
  }

  Future<Void> count(SqlClient tx, PostRef post, int change) {
    return tx.preparedQuery(COUNT)
        .execute(Tuple.of(change, post.kind().code(), post.id()))
        .mapEmpty();
  }

  Future<Long> likes(SqlClient client, PostRef post) {
    return client
        .preparedQuery(LIKES)
        .mapping(row -> row.getLong("likes"))
        .execute(of(post))
        .map(rows -> first(rows).orElse(0L));
  }

  /**
   * Of those posts that have any.
   *
   * @param memberId 0 for a guest
   */
  Future<Map<PostRef, Liked>> of(SqlClient client, List<PostRef> posts, long memberId) {
    var condition = new ArrayList<String>();
    var values = Tuple.tuple().addLong(memberId);
    for (var kind : PostRef.Kind.values()) {
      var ids = posts.stream().filter(post -> post.kind() == kind).map(PostRef::id).toList();
      if (!ids.isEmpty()) {
        var marks = String.join(",", Collections.nCopies(ids.size(), "?"));
        condition.add("c.kind = " + kind.code() + " AND c.post_id IN (" + marks + ")");
        ids.forEach(values::addLong);
      }
    }
    return client
        .preparedQuery(OF_POSTS.formatted(String.join(" OR ", condition)))
        .execute(values)
        .map(
            rows -> {
              var likes = new HashMap<PostRef, Liked>();
              for (var row : rows) {
                var kind = PostRef.Kind.of(row.getInteger("kind"));
                likes.put(
                    new PostRef(kind, row.getLong("post_id")),
                    new Liked(row.getLong("likes"), row.getLong("member_id") != null));
              }
              return likes;
            });
  }

  /** The likes of a post are those of another one, which has none. */
  Future<Void> rename(SqlClient tx, PostRef before, PostRef now) {
    var values = of(now).addInteger(before.kind().code()).addLong(before.id());
    return tx.preparedQuery(RENAME.formatted("post_like"))
        .execute(values)
        .compose(renamed -> tx.preparedQuery(RENAME.formatted("post_likes")).execute(values))
        .mapEmpty();
  }

  /** The members who like a post, the latest like first. */
  Future<List<Author>> members(SqlClient client, PostRef post, PageRequest page) {
    return client
        .preparedQuery(MEMBERS)
        .mapping(row -> Author.of(row, "a"))
        .execute(of(post).addInteger(page.size()).addLong(page.offset()))
        .map(rows -> list(rows));
  }

  private static Tuple of(PostRef post) {
    return Tuple.tuple().addInteger(post.kind().code()).addLong(post.id());
  }
}
