package parley.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;

/**
 * What follows from what was written: notifications, mails, entries in the log of the staff, files.
 * Each must be there once.
 */
final class Effects {

  private static final long CATCHING_UP_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** Readers of the journal that are behind, and posts whose watchers are yet to be told. */
  private static final String BEHIND =
      """
      SELECT (SELECT COUNT(*) FROM journal_cursor
          WHERE position < (SELECT COALESCE(MAX(id), 0) FROM journal))
        + (SELECT COUNT(*) FROM following_fan_out)
      """;

  /** Each gives how many are wrong. */
  private static final Map<String, String> WRONG =
      new TreeMap<>(
          Map.of(
              "mentions without a notification, or with several",
              """
              SELECT COUNT(*) FROM mention m WHERE 1 <> (
                SELECT COALESCE(SUM(n.events), 0) FROM notification n
                WHERE n.member_id = m.member_id AND n.kind = 'mention'
                  AND n.topic_id = m.topic_id AND COALESCE(n.reply_id, 0) = m.reply_id)
              """,
              "replies that mention and told nobody",
              """
              SELECT COUNT(*) FROM reply r
              WHERE r.content LIKE '% @r%' AND NOT EXISTS (
                SELECT 1 FROM mention m WHERE m.topic_id = r.topic_id AND m.reply_id = r.id)
              """,
              "mentions without a mail, or with several",
              """
              SELECT COUNT(*) FROM mention m LEFT JOIN (
                SELECT member_id, CAST(JSON_VALUE(data, '$.topicId') AS INT) AS topic_id,
                  CAST(JSON_VALUE(data, '$.replyId') AS INT) AS reply_id, COUNT(*) AS mails
                FROM mail WHERE kind = 'mention' GROUP BY 1, 2, 3) s
                ON s.member_id = m.member_id AND s.topic_id = m.topic_id
                  AND s.reply_id = m.reply_id
              WHERE COALESCE(s.mails, 0) <> 1
              """,
              "members without a mail to their address, or with several",
              """
              SELECT COUNT(*) FROM member m WHERE 1 <> (
                SELECT COUNT(*) FROM mail s
                WHERE s.recipient = m.email AND s.kind = 'verify_address')
              """,
              "watched topics whose watcher was told of more or fewer replies than there are",
              """
              SELECT COUNT(*) FROM following f JOIN topic t ON t.id = f.target_id
              WHERE f.kind = 0 AND f.level = 1 AND f.member_id <> t.author_id
                AND (SELECT COUNT(*) FROM reply r WHERE r.topic_id = t.id) <> (
                  SELECT COALESCE(SUM(n.events), 0) FROM notification n
                  WHERE n.member_id = f.member_id AND n.topic_id = t.id AND n.kind = 'watched')
              """,
              "likes of which the author was not told, or several times",
              """
              SELECT COUNT(*) FROM post_like l JOIN topic t ON l.kind = 0 AND t.id = l.post_id
              WHERE 1 <> (
                SELECT COUNT(*) FROM notification n
                JOIN notification_actor a ON a.notification_id = n.id
                WHERE n.member_id = t.author_id AND n.kind = 'like' AND n.topic_id = t.id
                  AND n.reply_id IS NULL AND a.actor_id = l.member_id)
              """,
              "notifications of likes that count more than the members who like",
              """
              SELECT COUNT(*) FROM notification n
              WHERE n.kind = 'like' AND n.events <> (
                SELECT COUNT(*) FROM notification_actor a WHERE a.notification_id = n.id)
              """,
              "boards without an entry in the log of the staff, or with several",
              """
              SELECT COUNT(*) FROM board b WHERE b.title LIKE 'b%' AND LENGTH(b.title) = 25
                AND 1 <> (SELECT COUNT(*) FROM audit a
                  WHERE a.action = 'board.create' AND a.target_id = b.id)
              """,
              "groups without an entry in the log of the staff, or with several",
              """
              SELECT COUNT(*) FROM member_group g WHERE g.built_in = 0
                AND 1 <> (SELECT COUNT(*) FROM audit a
                  WHERE a.action = 'group.create' AND a.target_id = g.id)
              """));

  private Effects() {}

  /** What is wrong, in words; waits until the readers of the journal have caught up. */
  static List<String> wrong(Connection connection, Ledger ledger, Path data) throws SQLException {
    var wrong = new ArrayList<String>();
    var until = System.nanoTime() + CATCHING_UP_NANOS;
    while (number(connection, BEHIND) > 0) {
      if (System.nanoTime() > until) {
        wrong.add("readers of the journal have not caught up");
        return wrong;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    for (var check : WRONG.entrySet()) {
      var count = number(connection, check.getValue());
      if (count > 0) {
        wrong.add(count + " " + check.getKey());
      }
    }
    for (var picture : ledger.entries(Kept.PICTURE)) {
      if (!isWhole(data, picture.content())) {
        wrong.add("the picture " + picture.content() + " is lost or torn");
      }
    }
    return wrong;
  }

  /** A file that was cut off cannot be decoded. */
  private static boolean isWhole(Path data, String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    try {
      return ImageIO.read(data.resolve("images").resolve(name).toFile()) != null;
    } catch (IOException torn) {
      return false;
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }
}
