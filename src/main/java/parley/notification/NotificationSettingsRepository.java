package parley.notification;

import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.Set;

/** What members have switched off, as rows; what has no row is on. */
final class NotificationSettingsRepository {

  private static final String OFF =
      "SELECT kind FROM notification_setting WHERE member_id = ? AND NOT app";

  private static final String SET =
      """
      INSERT INTO notification_setting (member_id, kind, app) VALUES (?, ?, ?)
      ON DUPLICATE KEY UPDATE app = VALUES(app)
      """;

  Future<Set<String>> off(SqlClient client, long memberId) {
    return client
        .preparedQuery(OFF)
        .mapping(row -> row.getString("kind"))
        .execute(Tuple.of(memberId))
        .map(rows -> Set.copyOf(list(rows)));
  }

  Future<Void> set(SqlClient tx, long memberId, Map<String, Boolean> kinds) {
    var rows =
        kinds.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(kind -> Tuple.of(memberId, kind.getKey(), kind.getValue()))
            .toList();
    return rows.isEmpty()
        ? Future.succeededFuture()
        : tx.preparedQuery(SET).executeBatch(rows).mapEmpty();
  }
}
