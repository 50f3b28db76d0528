package parley.post;

import java.util.List;
import parley.check.Check;

/** What is kept of topics and replies, compared with the rows themselves. */
public final class PostChecks {

  private static final String LAST_REPLY =
      """
      LEFT JOIN reply r ON r.id = (
        SELECT id FROM reply WHERE topic_id = t.id AND state = 0 ORDER BY floor DESC LIMIT 1)
      """;

  private static final Check REPLIES =
      Check.of(
          "topics",
          """
          SELECT CONCAT('topic ', t.id, ' counts ', t.reply_count, ' replies of ', COUNT(r.id))
          FROM topic t LEFT JOIN reply r ON r.topic_id = t.id AND r.state = 0
          GROUP BY t.id, t.reply_count HAVING t.reply_count <> COUNT(r.id)
          """,
          """
          UPDATE topic t SET reply_count = (
            SELECT COUNT(*) FROM reply r WHERE r.topic_id = t.id AND r.state = 0)
          """);

  /** Removed replies keep their floor, moved ones leave their place, so there are no gaps. */
  private static final Check FLOORS =
      Check.of(
          "floors",
          """
          SELECT CONCAT('topic ', t.id, ' has ', COUNT(f.floor), ' floors, the last is ',
            COALESCE(MAX(f.floor), 0), ', the topic says ', t.last_floor)
          FROM topic t LEFT JOIN (
            SELECT topic_id, floor FROM reply
            UNION ALL SELECT topic_id, floor FROM former_place WHERE floor > 0
          ) f ON f.topic_id = t.id
          GROUP BY t.id, t.last_floor
          HAVING t.last_floor <> COUNT(f.floor) OR t.last_floor <> COALESCE(MAX(f.floor), 0)
          """);

  private static final Check ACTIVITY =
      Check.of(
          "activity",
          """
          SELECT CONCAT('topic ', t.id, ' does not say who replied last, and when')
          FROM topic t %s
          WHERE t.state = 0 AND NOT (t.last_reply_author_id <=> r.author_id
            AND t.last_reply_at <=> r.created_at
            AND t.active_at <=> COALESCE(r.created_at, t.created_at))
          """
              .formatted(LAST_REPLY),
          """
          UPDATE topic t %s
          SET t.last_reply_author_id = r.author_id, t.last_reply_at = r.created_at,
            t.active_at = COALESCE(r.created_at, t.created_at)
          WHERE t.state = 0
          """
              .formatted(LAST_REPLY));

  private static final String OF_BOARD =
      """
      LEFT JOIN (SELECT board_id, COUNT(*) AS topics, SUM(reply_count) AS replies
        FROM topic WHERE state = 0 GROUP BY board_id) t ON t.board_id = b.id
      """;

  private static final Check BOARDS =
      Check.keptBy(
          PostCounters.NAME,
          "boards",
          """
          SELECT CONCAT('board ', b.id, ' counts ', b.topic_count, ' topics of ',
            COALESCE(t.topics, 0), ', ', b.reply_count, ' replies of ', COALESCE(t.replies, 0))
          FROM board b %s
          WHERE b.topic_count <> COALESCE(t.topics, 0) OR b.reply_count <> COALESCE(t.replies, 0)
          """
              .formatted(OF_BOARD),
          """
          UPDATE board b %s
          SET b.topic_count = COALESCE(t.topics, 0), b.reply_count = COALESCE(t.replies, 0)
          """
              .formatted(OF_BOARD));

  private static final String OF_MEMBER =
      """
      LEFT JOIN (SELECT author_id, COUNT(*) AS topics FROM topic WHERE state = 0
        GROUP BY author_id) t ON t.author_id = m.id
      LEFT JOIN (SELECT r.author_id, COUNT(*) AS replies
        FROM reply r JOIN topic t ON t.id = r.topic_id WHERE r.state = 0 AND t.state = 0
        GROUP BY r.author_id) r ON r.author_id = m.id
      """;

  private static final Check MEMBERS =
      Check.keptBy(
          PostCounters.NAME,
          "members",
          """
          SELECT CONCAT('member ', m.id, ' counts ', m.topic_count, ' topics of ',
            COALESCE(t.topics, 0), ', ', m.reply_count, ' replies of ', COALESCE(r.replies, 0))
          FROM member m %s
          WHERE m.topic_count <> COALESCE(t.topics, 0) OR m.reply_count <> COALESCE(r.replies, 0)
          """
              .formatted(OF_MEMBER),
          """
          UPDATE member m %s
          SET m.topic_count = COALESCE(t.topics, 0), m.reply_count = COALESCE(r.replies, 0)
          """
              .formatted(OF_MEMBER));

  private static final String DAYS =
      """
      SELECT board_id, DATE(active_at) AS day, COUNT(*) AS topics FROM topic WHERE state = 0
      GROUP BY board_id, DATE(active_at)
      """;

  private static final Check TOPIC_DAYS =
      Check.keptBy(
          PostCounters.NAME,
          "days",
          """
          SELECT CONCAT('board ', t.board_id, ' counts ', COALESCE(d.topics, 0), ' topics of ',
            t.topics, ' on ', t.day)
          FROM (%1$s) t LEFT JOIN topic_day d ON d.board_id = t.board_id AND d.day = t.day
          WHERE t.topics <> COALESCE(d.topics, 0)
          UNION ALL
          SELECT CONCAT('board ', d.board_id, ' counts ', d.topics, ' topics of none on ', d.day)
          FROM topic_day d LEFT JOIN (%1$s) t ON t.board_id = d.board_id AND t.day = d.day
          WHERE t.day IS NULL AND d.topics <> 0
          """
              .formatted(DAYS),
          "DELETE FROM topic_day",
          "INSERT INTO topic_day (board_id, day, topics) " + DAYS);

  /** In the order of their repair: boards add up what topics count. */
  public static final List<Check> ALL =
      List.of(REPLIES, FLOORS, ACTIVITY, BOARDS, MEMBERS, TOPIC_DAYS);

  private PostChecks() {}
}
