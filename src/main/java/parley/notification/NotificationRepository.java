package parley.notification;

import static parley.store.Rows.first;
import static parley.store.Rows.instant;
import static parley.store.Rows.instantOrNull;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.access.BoardScope;
import parley.member.Author;
import parley.store.Rows;
import parley.text.PlainText;

/**
 * Notifications as rows. What their member no longer may see stays in its row and shows nowhere.
 */
final class NotificationRepository {

  private static final int EXCERPT = 140;

  /** Enough for an excerpt of any text; long posts are not read whole. */
  private static final int EXCERPT_HTML = 2_000;

  /** Members who switched the kind off, and those whom the actor has told before, are left out. */
  private static final String TELL =
      """
      INSERT INTO notification
        (member_id, kind, topic_id, reply_id, floor, group_key, events, created_at)
      SELECT m.id, ?, ?, ?, ?, ?, 1, ?
      FROM member m
      LEFT JOIN notification_setting s ON s.member_id = m.id AND s.kind = ?
      WHERE m.id IN (%s) AND COALESCE(s.app, TRUE) AND NOT (? AND EXISTS (
        SELECT 1 FROM notification o JOIN notification_actor a ON a.notification_id = o.id
        WHERE o.member_id = m.id AND o.kind = ? AND o.topic_id = ? AND o.reply_id <=> ?
          AND a.actor_id = ?))
      ORDER BY m.id
      ON DUPLICATE KEY UPDATE events = notification.events + 1, created_at = VALUES(created_at)
      """;

  private static final String ADD_ACTOR =
      """
      INSERT INTO notification_actor (notification_id, actor_id, created_at)
      SELECT id, ?, ? FROM notification WHERE group_key = ? AND member_id IN (%s) ORDER BY id
      ON DUPLICATE KEY UPDATE created_at = VALUES(created_at)
      """;

  /**
   * What the member may see now: the boards, and nothing that is hidden or gone but their own posts
   * that a note tells of.
   */
  private static final String SEEN =
      """
      FROM notification n
      LEFT JOIN former_place p ON p.topic_id = n.topic_id AND p.floor = n.floor
      LEFT JOIN reply r ON r.id = COALESCE(p.reply_id, n.reply_id)
      JOIN topic t ON t.id = COALESCE(p.to_topic_id, r.topic_id, n.topic_id)
      LEFT JOIN notification_note o ON o.notification_id = n.id
      WHERE n.member_id = ? AND %s
        (t.state = 0 OR r.id IS NULL AND o.notification_id IS NOT NULL)
        AND (r.id IS NULL AND (n.reply_id IS NULL OR p.to_topic_id IS NOT NULL)
          OR r.state = 0 OR o.notification_id IS NOT NULL)
      """;

  private static final String LIST =
      """
      SELECT n.id, n.kind, t.id AS topic_id, r.id AS reply_id, COALESCE(r.floor, 0) AS floor,
        n.events, n.created_at, n.read_at, t.title,
        LEFT(IF(r.id IS NULL, t.html, r.html), %d) AS html
      """
          .formatted(EXCERPT_HTML);

  /** Notifications move up when they get a new notice; the place before is that of the row now. */
  private static final String BEFORE =
      """
      AND (n.created_at, n.id) <
        (SELECT b.created_at, b.id FROM notification b WHERE b.id = ? AND b.member_id = n.member_id)
      """;

  private static final String LATEST = " ORDER BY n.created_at DESC, n.id DESC LIMIT ?";

  private static final String UNREAD =
      "SELECT COUNT(*) AS unread FROM (SELECT 1 AS one "
          + SEEN
          + " AND n.read_at IS NULL LIMIT 100) few";

  private static final String ACTORS =
      """
      SELECT f.notification_id, %s
      FROM (
        SELECT notification_id, actor_id,
          ROW_NUMBER() OVER (
            PARTITION BY notification_id ORDER BY created_at DESC, actor_id DESC) AS place
        FROM notification_actor WHERE notification_id IN (%%s)
      ) f
      JOIN member a ON a.id = f.actor_id
      WHERE f.place <= 3 ORDER BY f.notification_id, f.place
      """
          .formatted(Author.columns("a"));

  private static final String READ =
      "UPDATE notification SET read_at = ?, group_key = NULL WHERE member_id = ? AND read_at IS NULL";

  private static final String PRUNE =
      "DELETE FROM notification WHERE created_at < ? ORDER BY created_at LIMIT 1000";

  private final NoteRepository notes = new NoteRepository();

  Future<Void> tell(SqlClient tx, Collection<Long> memberIds, Notice notice) {
    var kind = notice.kind();
    var values =
        Tuple.tuple()
            .addString(kind.name())
            .addLong(notice.topicId())
            .addLong(notice.replyId())
            .addLong(notice.floor())
            .addString(notice.key())
            .addValue(utc(notice.at()))
            .addString(kind.name());
    memberIds.forEach(values::addLong);
    values
        .addBoolean(kind.oncePerActor())
        .addString(kind.name())
        .addLong(notice.topicId())
        .addLong(notice.replyId())
        .addLong(notice.actorId());
    var actor =
        Tuple.tuple().addLong(notice.actorId()).addValue(utc(notice.at())).addString(notice.key());
    memberIds.forEach(actor::addLong);
    return tx.preparedQuery(TELL.formatted(marks(memberIds)))
        .execute(values)
        .compose(told -> tx.preparedQuery(ADD_ACTOR.formatted(marks(memberIds))).execute(actor))
        .mapEmpty();
  }

  /**
   * @param before the id of the last one of the page before; null for the first page
   */
  Future<List<NotificationView>> list(
      SqlClient client,
      long memberId,
      BoardScope scope,
      boolean unreadOnly,
      @Nullable Long before,
      int limit) {
    var sql =
        LIST
            + SEEN.formatted(scope.and("t.board_id"))
            + (unreadOnly ? " AND n.read_at IS NULL " : "")
            + (before == null ? "" : BEFORE)
            + LATEST;
    var values = Tuple.of(memberId);
    scope.ids().forEach(values::addLong);
    if (before != null) {
      values.addLong(before);
    }
    return client
        .preparedQuery(sql)
        .execute(values.addInteger(limit))
        .compose(
            rows -> {
              var found = Rows.list(rows);
              var ids = found.stream().map(row -> row.getLong("id")).toList();
              var actors = actors(client, ids);
              return notes
                  .of(client, ids)
                  .compose(
                      noted ->
                          actors.map(
                              them -> found.stream().map(row -> view(row, them, noted)).toList()));
            });
  }

  private Future<Map<Long, List<Author>>> actors(SqlClient client, List<Long> ids) {
    if (ids.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return client
        .preparedQuery(ACTORS.formatted(marks(ids)))
        .execute(Tuple.from(ids))
        .map(
            rows -> {
              var actors = new HashMap<Long, List<Author>>();
              for (var row : rows) {
                actors
                    .computeIfAbsent(row.getLong("notification_id"), id -> new ArrayList<>())
                    .add(Author.of(row, "a"));
              }
              return actors;
            });
  }

  private static NotificationView view(
      Row row, Map<Long, List<Author>> actors, Map<Long, Note> notes) {
    var id = row.getLong("id");
    var replyId = row.getLong("reply_id");
    return new NotificationView(
        id,
        row.getString("kind"),
        actors.getOrDefault(id, List.of()),
        row.getLong("events"),
        new NotificationView.Topic(row.getLong("topic_id"), row.getString("title")),
        replyId == null ? null : new NotificationView.Reply(replyId, row.getLong("floor")),
        PlainText.of(row.getString("html"), EXCERPT),
        instant(row, "created_at"),
        instantOrNull(row, "read_at"),
        notes.get(id));
  }

  Future<Long> unread(SqlClient client, long memberId, BoardScope scope) {
    var values = Tuple.of(memberId);
    scope.ids().forEach(values::addLong);
    return client
        .preparedQuery(UNREAD.formatted(scope.and("t.board_id")))
        .mapping(row -> row.getLong("unread"))
        .execute(values)
        .map(rows -> first(rows).orElseThrow());
  }

  Future<Boolean> read(SqlClient client, long memberId, List<Long> ids, Instant now) {
    var values = Tuple.of(utc(now), memberId);
    ids.forEach(values::addLong);
    return changed(client, READ + " AND id IN (" + marks(ids) + ")", values);
  }

  /** All that are as old as this one, or older; all for null. */
  Future<Boolean> readUpTo(SqlClient client, long memberId, @Nullable Long id, Instant now) {
    return id == null
        ? changed(client, READ, Tuple.of(utc(now), memberId))
        : changed(
            client,
            READ
                + """
                   AND created_at <= (
                    SELECT b.created_at FROM (
                      SELECT created_at FROM notification WHERE id = ? AND member_id = ?) b)
                  """,
            Tuple.of(utc(now), memberId, id, memberId));
  }

  /** What is about a topic, up to a floor. */
  Future<Boolean> readTopic(
      SqlClient client, long memberId, long topicId, long floor, Instant now) {
    return changed(
        client,
        READ + " AND topic_id = ? AND floor <= ?",
        Tuple.of(utc(now), memberId, topicId, floor));
  }

  private static Future<Boolean> changed(SqlClient client, String sql, Tuple values) {
    return client.preparedQuery(sql).execute(values).map(rows -> rows.rowCount() > 0);
  }

  /** Deletes at most 1000; gives how many. */
  Future<Integer> prune(SqlClient client, Instant before) {
    return client.preparedQuery(PRUNE).execute(Tuple.of(utc(before))).map(rows -> rows.rowCount());
  }

  private static String marks(Collection<?> values) {
    return String.join(",", Collections.nCopies(values.size(), "?"));
  }
}
