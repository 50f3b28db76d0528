package parley.chat;

import static parley.store.Rows.first;
import static parley.store.Rows.insertedId;
import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.member.Author;

/** SQL for rooms and their participants. */
final class RoomRepository {

  private static final String FIND =
      "SELECT uuid FROM chat_room WHERE low_member_id = ? AND high_member_id = ?";

  private static final String ADD =
      """
      INSERT INTO chat_room (uuid, low_member_id, high_member_id, created_at) VALUES (?, ?, ?, ?)
      """;

  private static final String ADD_SEAT = "INSERT INTO chat_seat (room_id, member_id) VALUES (?, ?)";

  private static final String SEAT =
      """
      SELECT r.id, r.uuid, s.member_id, r.low_member_id + r.high_member_id - s.member_id AS other_id
      FROM chat_room r JOIN chat_seat s ON s.room_id = r.id AND s.member_id = ?
      WHERE r.uuid = ?
      """;

  private static final String CONTACTS =
      """
      SELECT r.uuid, s.unread, %s,
        m.id, m.sender_id, m.content, m.html, m.created_at,
        o.opened AND COALESCE(p.show_presence, TRUE) AS shows_presence
      FROM chat_seat s
      JOIN chat_room r ON r.id = s.room_id
      JOIN member a ON a.id = r.low_member_id + r.high_member_id - s.member_id
      JOIN chat_seat o ON o.room_id = r.id AND o.member_id = a.id
      LEFT JOIN chat_preference p ON p.member_id = a.id
      LEFT JOIN chat_message m ON m.id = r.last_message_id
      WHERE s.member_id = ? AND (s.opened OR r.last_message_id IS NOT NULL)
      ORDER BY COALESCE(m.created_at, r.created_at) DESC, r.id DESC
      """
          .formatted(Author.columns("a"));

  private static final String ROOMS_OF =
      """
      SELECT r.uuid FROM chat_seat s JOIN chat_room r ON r.id = s.room_id
      WHERE s.member_id = ? AND s.opened
      """;

  private static final String STATE =
      """
      SELECT mine.unread, other.last_read_id
      FROM chat_seat mine JOIN chat_seat other ON other.room_id = mine.room_id
      WHERE mine.room_id = ? AND mine.member_id = ? AND other.member_id = ?
      """;

  private static final String LOCK =
      """
      SELECT COALESCE(r.last_message_id, 0) AS last_message_id, mine.unread,
        other.unread AS other_unread, mine.opened
      FROM chat_room r
      JOIN chat_seat mine ON mine.room_id = r.id AND mine.member_id = ?
      JOIN chat_seat other ON other.room_id = r.id AND other.member_id = ?
      WHERE r.id = ? FOR UPDATE
      """;

  private static final String SAID =
      """
      UPDATE chat_room r JOIN chat_seat s ON s.room_id = r.id
      SET r.last_message_id = ?, s.unread = s.unread + 1
      WHERE r.id = ? AND s.member_id = ?
      """;

  /** A message that does not exist yet cannot be marked as read. */
  private static final String READ =
      """
      UPDATE chat_seat s JOIN chat_room r ON r.id = s.room_id
      SET s.last_read_id = LEAST(?, r.last_message_id), s.unread = (
        SELECT COUNT(*) FROM chat_message m
        WHERE m.room_id = s.room_id AND m.id > ? AND m.sender_id <> s.member_id)
      WHERE s.room_id = ? AND s.member_id = ? AND s.last_read_id < LEAST(?, r.last_message_id)
      """;

  private static final String MARK =
      "SELECT last_read_id, unread FROM chat_seat WHERE room_id = ? AND member_id = ?";

  Future<Optional<UUID>> find(SqlClient client, long oneId, long otherId) {
    return client
        .preparedQuery(FIND)
        .mapping(row -> UUID.fromString(row.getString("uuid")))
        .execute(Tuple.of(Math.min(oneId, otherId), Math.max(oneId, otherId)))
        .map(rows -> first(rows));
  }

  Future<UUID> add(SqlClient tx, long oneId, long otherId, Instant now) {
    var uuid = UUID.randomUUID();
    return tx.preparedQuery(ADD)
        .execute(
            Tuple.of(uuid.toString(), Math.min(oneId, otherId), Math.max(oneId, otherId), utc(now)))
        .map(rows -> insertedId(rows))
        .compose(
            id ->
                tx.preparedQuery(ADD_SEAT)
                    .executeBatch(List.of(Tuple.of(id, oneId), Tuple.of(id, otherId))))
        .map(uuid);
  }

  /** Empty if the room does not exist, or the member is not in it. */
  Future<Optional<Participant>> seat(SqlClient client, UUID room, long memberId) {
    return client
        .preparedQuery(SEAT)
        .mapping(RoomRepository::seat)
        .execute(Tuple.of(memberId, room.toString()))
        .map(rows -> first(rows));
  }

  /**
   * A contact, of whom the database does not know whether they are online.
   *
   * @param showsPresence whether the member may learn it
   */
  record Listed(Contact contact, boolean showsPresence) {}

  /** The rooms that the member has opened or that have messages; latest message first. */
  Future<List<Listed>> contacts(SqlClient client, long memberId) {
    return client
        .preparedQuery(CONTACTS)
        .mapping(row -> new Listed(contact(row), row.getInteger("shows_presence") != 0))
        .execute(Tuple.of(memberId))
        .map(rows -> list(rows));
  }

  /** The rooms that the member uses. */
  Future<List<UUID>> roomsOf(SqlClient client, long memberId) {
    return client
        .preparedQuery(ROOMS_OF)
        .mapping(row -> UUID.fromString(row.getString("uuid")))
        .execute(Tuple.of(memberId))
        .map(rows -> list(rows));
  }

  Future<RoomState> state(SqlClient client, Participant seat, boolean otherIsOnline) {
    return client
        .preparedQuery(STATE)
        .mapping(
            row ->
                new RoomState(
                    seat.uuid(), row.getLong("unread"), row.getLong("last_read_id"), otherIsOnline))
        .execute(Tuple.of(seat.roomId(), seat.memberId(), seat.otherId()))
        .map(rows -> rows.iterator().next());
  }

  /**
   * Locks the room until the transaction ends. All code that changes a room does this first, so
   * that its messages become visible in the order of their ids.
   */
  Future<LockedRoom> lock(SqlClient tx, Participant seat) {
    return tx.preparedQuery(LOCK)
        .mapping(
            row ->
                new LockedRoom(
                    row.getLong("last_message_id"),
                    row.getLong("unread"),
                    row.getLong("other_unread"),
                    row.getBoolean("opened")))
        .execute(Tuple.of(seat.memberId(), seat.otherId(), seat.roomId()))
        .map(rows -> rows.iterator().next());
  }

  /** Records a new message: updates the room's last message and the other member's unread count. */
  Future<Void> said(SqlClient tx, Participant speaker, long messageId) {
    return tx.preparedQuery(SAID)
        .execute(Tuple.of(messageId, speaker.roomId(), speaker.otherId()))
        .mapEmpty();
  }

  /** A read mark only moves forward. */
  Future<Void> read(SqlClient tx, Participant reader, long messageId) {
    return tx.preparedQuery(READ)
        .execute(Tuple.of(messageId, messageId, reader.roomId(), reader.memberId(), messageId))
        .mapEmpty();
  }

  Future<ReadMark> mark(SqlClient tx, Participant reader) {
    return tx.preparedQuery(MARK)
        .mapping(
            row ->
                new ReadMark(
                    reader.uuid(),
                    reader.memberId(),
                    row.getLong("last_read_id"),
                    row.getLong("unread")))
        .execute(Tuple.of(reader.roomId(), reader.memberId()))
        .map(rows -> rows.iterator().next());
  }

  private static Participant seat(Row row) {
    return new Participant(
        row.getLong("id"),
        UUID.fromString(row.getString("uuid")),
        row.getLong("member_id"),
        row.getLong("other_id"));
  }

  private static Contact contact(Row row) {
    var room = UUID.fromString(row.getString("uuid"));
    var last = row.getLong("id") == null ? null : MessageRepository.message(row, room);
    return new Contact(room, Author.of(row, "a"), last, row.getLong("unread"), false);
  }
}
