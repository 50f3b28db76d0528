package parley.chat;

import static parley.store.Rows.first;
import static parley.store.Rows.insertedId;
import static parley.store.Rows.instant;
import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.rendering.Rendered;

/** SQL for messages. */
final class MessageRepository {

  private static final String SELECT =
      "SELECT id, sender_id, content, html, created_at FROM chat_message WHERE room_id = ? ";

  private static final String LAST = SELECT + "ORDER BY id DESC LIMIT ?";

  private static final String BEFORE = SELECT + "AND id < ? ORDER BY id DESC LIMIT ?";

  private static final String AFTER = SELECT + "AND id > ? ORDER BY id LIMIT ?";

  private static final String BY_CLIENT_ID = SELECT + "AND sender_id = ? AND client_id = ?";

  private static final String ADD =
      """
      INSERT INTO chat_message
        (room_id, sender_id, client_id, content, html, html_version, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  /** Always oldest first. */
  Future<List<Message>> find(SqlClient client, Participant seat, MessageQuery query) {
    Future<List<Message>> found;
    if (query.after() != null) {
      found = find(client, AFTER, seat, Tuple.of(seat.roomId(), query.after(), query.limit()));
    } else if (query.before() != null) {
      found = find(client, BEFORE, seat, Tuple.of(seat.roomId(), query.before(), query.limit()));
    } else {
      found = find(client, LAST, seat, Tuple.of(seat.roomId(), query.limit()));
    }
    return found.map(
        messages -> messages.stream().sorted(Comparator.comparingLong(Message::id)).toList());
  }

  Future<Optional<Message>> findSent(SqlClient client, Participant sender, UUID clientId) {
    return client
        .preparedQuery(BY_CLIENT_ID)
        .mapping(row -> message(row, sender.uuid()))
        .execute(Tuple.of(sender.roomId(), sender.memberId(), clientId.toString()))
        .map(rows -> first(rows));
  }

  Future<Long> add(
      SqlClient tx, Participant sender, String content, Rendered text, UUID clientId, Instant now) {
    return tx.preparedQuery(ADD)
        .execute(
            Tuple.of(
                sender.roomId(),
                sender.memberId(),
                clientId.toString(),
                content,
                text.html(),
                text.version(),
                utc(now)))
        .map(rows -> insertedId(rows));
  }

  private static Future<List<Message>> find(
      SqlClient client, String sql, Participant seat, Tuple parameters) {
    return client
        .preparedQuery(sql)
        .mapping(row -> message(row, seat.uuid()))
        .execute(parameters)
        .map(rows -> list(rows));
  }

  static Message message(Row row, UUID room) {
    return new Message(
        row.getLong("id"),
        room,
        row.getLong("sender_id"),
        row.getString("content"),
        row.getString("html"),
        instant(row, "created_at"));
  }
}
