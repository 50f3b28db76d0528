package parley.notification;

import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands with a notification beside what it is about. */
final class NoteRepository {

  private static final String ADD =
      """
      INSERT INTO notification_note (notification_id, action, reason, content)
      SELECT id, ?, ?, ? FROM notification WHERE member_id = ? AND group_key = ?
      ON DUPLICATE KEY UPDATE action = VALUES(action), reason = VALUES(reason),
        content = IF(VALUES(content) = '', notification_note.content, VALUES(content))
      """;

  private static final String FIND =
      "SELECT notification_id, action, reason, content FROM notification_note"
          + " WHERE notification_id IN (%s)";

  private static final String PRUNE =
      """
      DELETE o FROM notification_note o LEFT JOIN notification n ON n.id = o.notification_id
      WHERE n.id IS NULL
      """;

  private record Found(long id, Note note) {}

  Future<Void> add(SqlClient tx, long memberId, String key, Note note) {
    return tx.preparedQuery(ADD)
        .execute(
            Tuple.tuple()
                .addString(note.action())
                .addString(note.reason())
                .addString(note.text())
                .addLong(memberId)
                .addString(key))
        .mapEmpty();
  }

  /** Deletes those whose notifications are gone. */
  Future<Void> prune(SqlClient client) {
    return client.preparedQuery(PRUNE).execute().mapEmpty();
  }

  Future<Map<Long, Note>> of(SqlClient client, List<Long> ids) {
    if (ids.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return client
        .preparedQuery(FIND.formatted(String.join(",", Collections.nCopies(ids.size(), "?"))))
        .mapping(
            row ->
                new Found(
                    row.getLong("notification_id"),
                    new Note(
                        row.getString("action"),
                        row.getString("reason"),
                        row.getString("content"))))
        .execute(Tuple.from(ids))
        .map(
            rows -> {
              var notes = new HashMap<Long, Note>();
              list(rows).forEach(found -> notes.put(found.id(), found.note()));
              return notes;
            });
  }
}
