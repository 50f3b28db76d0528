package parley.following;

import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who watches and who mutes what, as rows; the normal level has none. */
final class WatchRepository {

  private static final String SET =
      """
      INSERT INTO following (member_id, kind, target_id, level) VALUES (?, ?, ?, ?)
      ON DUPLICATE KEY UPDATE level = VALUES(level)
      """;

  /** A choice that the member has made stays. */
  private static final String FOLLOW =
      """
      INSERT INTO following (member_id, kind, target_id, level) VALUES (?, ?, ?, 1)
      ON DUPLICATE KEY UPDATE level = level
      """;

  private static final String LEVELS =
      "SELECT target_id, level FROM following WHERE member_id = ? AND kind = ? AND target_id IN (%s)";

  /** In the order of the index, so that a batch costs the same wherever it begins. */
  private static final String WATCHERS =
      """
      SELECT member_id FROM following
      WHERE kind = ? AND target_id = ? AND level = 1 AND member_id > ?
      ORDER BY member_id LIMIT ?
      """;

  private static final String MUTING =
      """
      SELECT member_id FROM following
      WHERE kind = ? AND target_id = ? AND level = -1 AND member_id IN (%s)
      """;

  /** A choice that a member has made for the other topic stays. */
  private static final String MERGE =
      """
      INSERT IGNORE INTO following (member_id, kind, target_id, level)
      SELECT member_id, kind, ?, level FROM following WHERE kind = 0 AND target_id = ?
      ORDER BY member_id
      """;

  private static final String FORGET = "DELETE FROM following WHERE kind = 0 AND target_id = ?";

  private static final String MENTIONED =
      "SELECT member_id FROM mention WHERE topic_id = ? AND reply_id = ?";

  Future<Void> set(SqlClient client, long memberId, Target target, Level level) {
    return client
        .preparedQuery(SET)
        .execute(Tuple.of(memberId, target.kind(), target.id(), level.code()))
        .mapEmpty();
  }

  /** Who follows or mutes a topic does so with the one that it was merged into. */
  Future<Void> merge(SqlClient tx, long topicId, long intoId) {
    return tx.preparedQuery(MERGE)
        .execute(Tuple.of(intoId, topicId))
        .compose(copied -> tx.preparedQuery(FORGET).execute(Tuple.of(topicId)))
        .mapEmpty();
  }

  Future<Void> follow(SqlClient tx, long memberId, Target target) {
    return tx.preparedQuery(FOLLOW)
        .execute(Tuple.of(memberId, target.kind(), target.id()))
        .mapEmpty();
  }

  Future<Map<Long, Level>> levels(SqlClient client, long memberId, int kind, List<Long> ids) {
    var values = Tuple.of(memberId, kind);
    ids.forEach(values::addLong);
    return client
        .preparedQuery(LEVELS.formatted(marks(ids)))
        .execute(values)
        .map(
            rows -> {
              var levels = new HashMap<Long, Level>();
              rows.forEach(
                  row -> levels.put(row.getLong("target_id"), Level.of(row.getInteger("level"))));
              return levels;
            });
  }

  Future<List<Long>> watchers(SqlClient tx, Target target, long after, int limit) {
    return tx.preparedQuery(WATCHERS)
        .mapping(row -> row.getLong("member_id"))
        .execute(Tuple.of(target.kind(), target.id(), after, limit))
        .map(rows -> list(rows));
  }

  Future<Set<Long>> muting(SqlClient tx, Target target, Collection<Long> memberIds) {
    if (memberIds.isEmpty()) {
      return Future.succeededFuture(Set.of());
    }
    var values = Tuple.of(target.kind(), target.id());
    memberIds.forEach(values::addLong);
    return tx.preparedQuery(MUTING.formatted(marks(memberIds)))
        .mapping(row -> row.getLong("member_id"))
        .execute(values)
        .map(rows -> new HashSet<>(list(rows)));
  }

  /**
   * @param replyId 0 for the topic's own text
   */
  Future<List<Long>> mentioned(SqlClient tx, long topicId, long replyId) {
    return tx.preparedQuery(MENTIONED)
        .mapping(row -> row.getLong("member_id"))
        .execute(Tuple.of(topicId, replyId))
        .map(rows -> list(rows));
  }

  private static String marks(Collection<?> values) {
    return String.join(",", Collections.nCopies(values.size(), "?"));
  }
}
