package parley.account;

import static parley.store.Rows.first;
import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.text.Folding;

/** SQL for names that members gave up, and for the names of staff. */
final class NameRepository {

  private static final String RESTING =
      "SELECT member_id FROM freed_name WHERE username_key = ? AND freed_at > ?";

  /** Sees what was committed after the transaction began. */
  private static final String RESTING_NOW = RESTING + " LOCK IN SHARE MODE";

  private static final String FREE =
      """
      INSERT INTO freed_name (username_key, member_id, freed_at) VALUES (?, ?, ?)
      ON DUPLICATE KEY UPDATE member_id = ?, freed_at = ?
      """;

  private static final String TAKE_BACK =
      "DELETE FROM freed_name WHERE username_key = ? AND member_id = ?";

  private static final String DROP = "DELETE FROM freed_name WHERE freed_at < ? LIMIT 1000";

  /** Members who moderate: by their role, a built-in group, or a group that a board names. */
  private static final String STAFF =
      """
      SELECT username FROM member WHERE role IN ('moderator', 'admin')
      UNION
      SELECT m.username FROM member m JOIN member_of_group g ON g.member_id = m.id
      WHERE g.group_id IN (4, 5)
        OR g.group_id > 5 AND g.group_id IN (SELECT group_id FROM board_moderator)
      """;

  /** The member who gave the name up, if it is still reserved. */
  Future<Optional<Long>> resting(SqlClient client, String name, Instant since) {
    return resting(client, RESTING, name, since);
  }

  /** The same, inside a transaction that has just taken the name. */
  Future<Optional<Long>> restingNow(SqlClient tx, String name, Instant since) {
    return resting(tx, RESTING_NOW, name, since);
  }

  private static Future<Optional<Long>> resting(
      SqlClient client, String sql, String name, Instant since) {
    return client
        .preparedQuery(sql)
        .mapping(row -> row.getLong("member_id"))
        .execute(Tuple.of(Folding.key(name), utc(since)))
        .map(rows -> first(rows));
  }

  Future<Void> free(SqlClient tx, String name, long memberId, Instant now) {
    return tx.preparedQuery(FREE)
        .execute(Tuple.of(Folding.key(name), memberId, utc(now), memberId, utc(now)))
        .mapEmpty();
  }

  Future<Void> takeBack(SqlClient tx, String name, long memberId) {
    return tx.preparedQuery(TAKE_BACK).execute(Tuple.of(Folding.key(name), memberId)).mapEmpty();
  }

  Future<Void> dropBefore(SqlClient client, Instant time) {
    return client.preparedQuery(DROP).execute(Tuple.of(utc(time))).mapEmpty();
  }

  Future<List<String>> staff(SqlClient client) {
    return client
        .preparedQuery(STAFF)
        .mapping(row -> row.getString("username"))
        .execute()
        .map(rows -> list(rows));
  }
}
