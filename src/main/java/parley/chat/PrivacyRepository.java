package parley.chat;

import static parley.store.Rows.first;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** SQL for what members chose about others. */
final class PrivacyRepository {

  private static final String FIND =
      "SELECT show_presence, messages_from FROM chat_preference WHERE member_id = ?";

  private static final String FIND_LOCKED = FIND + " FOR UPDATE";

  private static final String SET =
      """
      INSERT INTO chat_preference (member_id, show_presence, messages_from) VALUES (?, ?, ?)
      ON DUPLICATE KEY UPDATE show_presence = ?, messages_from = ?
      """;

  /** Whether the one has said something in the room of the two. */
  private static final String HAS_WRITTEN =
      """
      SELECT m.id FROM chat_room r JOIN chat_message m ON m.room_id = r.id AND m.sender_id = ?
      WHERE r.low_member_id = ? AND r.high_member_id = ? LIMIT 1
      """;

  private static final String OPENED =
      "UPDATE chat_seat SET opened = TRUE WHERE room_id = ? AND member_id = ? AND NOT opened";

  private static final String OPENED_BY_UUID =
      """
      UPDATE chat_seat s JOIN chat_room r ON r.id = s.room_id SET s.opened = TRUE
      WHERE r.uuid = ? AND s.member_id = ? AND NOT s.opened
      """;

  private static final String OPENED_BY_OTHER =
      """
      SELECT s.opened FROM chat_seat s LEFT JOIN chat_preference p ON p.member_id = s.member_id
      WHERE s.room_id = ? AND s.member_id = ? AND s.opened AND COALESCE(p.show_presence, TRUE)
      """;

  Future<Privacy> find(SqlClient client, long memberId) {
    return find(client, FIND, memberId);
  }

  Future<Privacy> lock(SqlClient tx, long memberId) {
    return find(tx, FIND_LOCKED, memberId);
  }

  private static Future<Privacy> find(SqlClient client, String sql, long memberId) {
    return client
        .preparedQuery(sql)
        .mapping(PrivacyRepository::privacy)
        .execute(Tuple.of(memberId))
        .map(rows -> first(rows).orElse(Privacy.DEFAULT));
  }

  Future<Void> set(SqlClient tx, long memberId, Privacy wanted) {
    var from = wanted.messagesFrom().word();
    return tx.preparedQuery(SET)
        .execute(Tuple.of(memberId, wanted.showPresence(), from, wanted.showPresence(), from))
        .mapEmpty();
  }

  Future<Boolean> hasWritten(SqlClient client, long memberId, long otherId) {
    return client
        .preparedQuery(HAS_WRITTEN)
        .mapping(row -> row.getLong("id"))
        .execute(Tuple.of(memberId, Math.min(memberId, otherId), Math.max(memberId, otherId)))
        .map(rows -> first(rows).isPresent());
  }

  /** Notes that a member uses the room. Returns whether that is new. */
  Future<Boolean> opened(SqlClient client, Participant seat) {
    return client
        .preparedQuery(OPENED)
        .execute(Tuple.of(seat.roomId(), seat.memberId()))
        .map(rows -> rows.rowCount() > 0);
  }

  Future<Boolean> opened(SqlClient client, UUID room, long memberId) {
    return client
        .preparedQuery(OPENED_BY_UUID)
        .execute(Tuple.of(room.toString(), memberId))
        .map(rows -> rows.rowCount() > 0);
  }

  /** Whether the other member of the room uses it, and lets others see that they are online. */
  Future<Boolean> otherShowsPresence(SqlClient client, Participant seat) {
    return client
        .preparedQuery(OPENED_BY_OTHER)
        .mapping(row -> row.getBoolean("opened"))
        .execute(Tuple.of(seat.roomId(), seat.otherId()))
        .map(rows -> first(rows).isPresent());
  }

  private static Privacy privacy(Row row) {
    return new Privacy(
        row.getBoolean("show_presence"), MessagesFrom.of(row.getString("messages_from")));
  }
}
