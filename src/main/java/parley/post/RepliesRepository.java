package parley.post;

import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.toMap;
import static parley.store.Rows.insertedId;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** Writes replies as rows: those of a group by one statement for each table. */
final class RepliesRepository {

  /** {@code step} is what the server adds from one generated id to the next. */
  private static final String LOCK =
      """
      SELECT id, board_id, author_id, title, reply_count, last_floor, created_at, active_at,
        locked_at IS NOT NULL AS locked, @@auto_increment_increment AS step
      FROM topic %s AND state = 0 FOR UPDATE
      """;

  private static final String LOCK_ONE = LOCK.formatted("WHERE id = ?");

  /** By the primary key, and so that no row is touched that is not asked for. */
  private static final String LOCK_FREE =
      LOCK.formatted("FORCE INDEX (PRIMARY) WHERE id IN (%s)").strip() + " SKIP LOCKED";

  private static final String ADD =
      """
      INSERT INTO reply (topic_id, floor, author_id, content, html, html_version, created_at,
        state, request_key, request_digest)
      VALUES %s
      """;

  private static final String ADDED = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String REPLIED =
      """
      UPDATE topic SET last_floor = ?, reply_count = reply_count + ?, last_reply_at = ?,
        last_reply_author_id = ?, active_at = ?
      WHERE id = ?
      """;

  private static final String REPLIED_UNSEEN = "UPDATE topic SET last_floor = ? WHERE id = ?";

  /** A topic of which the transaction holds the row. */
  record Locked(PostedTopic topic, long step) {}

  /**
   * What replies change of their topic.
   *
   * @param shown how many are shown
   * @param authorId of the last one that is shown
   */
  record Bump(PostedTopic after, long shown, long authorId) {}

  /** A reply that is about to be written. */
  record Planned(Draft draft, PostState state, PostedTopic before, PostedTopic after) {
    long floor() {
      return after.lastFloor();
    }
  }

  /**
   * Keeps others from replying, until the transaction ends. Waits for one topic; of several, those
   * are left out that somebody else holds. Topics that are not shown are left out.
   */
  Future<Map<Long, Locked>> lock(SqlClient tx, Collection<Long> topicIds) {
    var one = topicIds.size() == 1;
    return tx.preparedQuery(one ? LOCK_ONE : LOCK_FREE.formatted(repeated("?", topicIds.size())))
        .mapping(RepliesRepository::locked)
        .execute(Tuple.from(List.copyOf(topicIds)))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .collect(toMap(locked -> locked.topic().id(), locked -> locked)));
  }

  /** Gives their ids, in their order. */
  Future<List<Long>> add(SqlClient tx, List<Planned> replies, long step, Instant now) {
    var values = Tuple.tuple();
    replies.forEach(reply -> add(values, reply, now));
    return tx.preparedQuery(ADD.formatted(repeated(ADDED, replies.size())))
        .execute(values)
        .map(
            rows -> {
              var first = insertedId(rows);
              return LongStream.range(0, replies.size())
                  .mapToObj(place -> first + place * step)
                  .toList();
            });
  }

  private static void add(Tuple values, Planned reply, Instant now) {
    var draft = reply.draft();
    var request = draft.request();
    values
        .addLong(draft.topicId())
        .addLong(reply.floor())
        .addLong(draft.author().id())
        .addString(draft.content())
        .addString(draft.text().html())
        .addInteger(draft.text().version())
        .addLocalDateTime(utc(now))
        .addInteger(reply.state().code())
        .addString(request == null ? null : request.key())
        .addBuffer(request == null ? null : request.digest());
  }

  /** Replies that are held back take their floors and show nowhere else. */
  Future<Void> replied(SqlClient tx, Bump bump, Instant now) {
    var topic = bump.after();
    return bump.shown() > 0
        ? tx.preparedQuery(REPLIED)
            .execute(
                Tuple.tuple()
                    .addLong(topic.lastFloor())
                    .addLong(bump.shown())
                    .addLocalDateTime(utc(now))
                    .addLong(bump.authorId())
                    .addLocalDateTime(utc(now))
                    .addLong(topic.id()))
            .mapEmpty()
        : tx.preparedQuery(REPLIED_UNSEEN)
            .execute(Tuple.of(topic.lastFloor(), topic.id()))
            .mapEmpty();
  }

  private static String repeated(String row, int count) {
    return String.join(", ", nCopies(count, row));
  }

  private static Locked locked(Row row) {
    return new Locked(PostRepository.topic(row), row.getLong("step"));
  }
}
