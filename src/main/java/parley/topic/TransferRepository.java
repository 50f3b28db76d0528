package parley.topic;

import static parley.store.Rows.first;
import static parley.store.Rows.insertedId;
import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** SQL that moves posts to other topics and boards. The topics' rows are locked by the caller. */
final class TransferRepository {

  private static final String MOVE = "UPDATE topic SET board_id = ? WHERE id = ?";

  private static final String LAST_FLOOR = "SELECT last_floor FROM topic WHERE id = ?";

  private static final String SET_LAST_FLOOR = "UPDATE topic SET last_floor = ? WHERE id = ?";

  private static final String OPENING_AS_REPLY =
      """
      INSERT INTO reply (topic_id, floor, author_id, content, html, html_version, version,
        created_at, edited_at, state)
      SELECT ?, ?, author_id, content, html, html_version, version, created_at, edited_at, 0
      FROM topic WHERE id = ?
      """;

  private static final String REPLY_AS_TOPIC =
      """
      INSERT INTO topic (board_id, title, author_id, content, html, html_version, version,
        created_at, edited_at, active_at, state)
      SELECT ?, ?, author_id, content, html, html_version, version, created_at, edited_at,
        created_at, 0
      FROM reply WHERE id = ?
      """;

  private static final String REMOVE_REPLY = "DELETE FROM reply WHERE id = ?";

  private static final String SOME =
      """
      SELECT id, floor, author_id, state FROM reply WHERE topic_id = ? ORDER BY floor LIMIT ?
      FOR UPDATE
      """;

  private static final String THESE =
      """
      SELECT id, floor, author_id, state FROM reply
      WHERE topic_id = ? AND state = 0 AND id IN (%s) ORDER BY floor FOR UPDATE
      """;

  private static final String PLACE = "UPDATE reply SET topic_id = ?, floor = ? WHERE id = ?";

  private static final String KEEP =
      "INSERT INTO former_place (topic_id, floor, reply_id, to_topic_id) VALUES (?, ?, ?, ?)";

  private static final String MOVE_MENTIONS =
      "UPDATE IGNORE mention SET topic_id = ?, reply_id = ? WHERE topic_id = ? AND reply_id = ?";

  private static final String MOVE_NAMES =
      "UPDATE IGNORE mention_name SET source = ?, source_id = ? WHERE source = ? AND source_id = ?";

  private static final String BEGIN_MERGE =
      "INSERT INTO topic_merge (topic_id, into_id, merged_by, created_at) VALUES (?, ?, ?, ?)";

  private static final String MERGES =
      """
      SELECT topic_id, into_id FROM topic_merge WHERE (topic_id = ? OR into_id = ?)
        AND (done_at IS NULL OR topic_id = ?)
      """;

  private static final String NEXT_MERGE =
      "SELECT topic_id, into_id FROM topic_merge WHERE done_at IS NULL ORDER BY created_at LIMIT 1";

  private static final String END_MERGE = "UPDATE topic_merge SET done_at = ? WHERE topic_id = ?";

  /** A merge that has replies to move. */
  record Merge(long topicId, long intoId) {

    private static Merge of(Row row) {
      return new Merge(row.getLong("topic_id"), row.getLong("into_id"));
    }
  }

  Future<Void> move(SqlClient tx, long topicId, long boardId) {
    return tx.preparedQuery(MOVE).execute(Tuple.of(boardId, topicId)).mapEmpty();
  }

  Future<Long> lastFloor(SqlClient tx, long topicId) {
    return tx.preparedQuery(LAST_FLOOR)
        .execute(Tuple.of(topicId))
        .map(rows -> rows.iterator().next().getLong("last_floor"));
  }

  Future<Void> setLastFloor(SqlClient tx, long topicId, long floor) {
    return tx.preparedQuery(SET_LAST_FLOOR).execute(Tuple.of(floor, topicId)).mapEmpty();
  }

  /** Gives the id of the reply. */
  Future<Long> openingAsReply(SqlClient tx, long topicId, long intoId, long floor) {
    return tx.preparedQuery(OPENING_AS_REPLY)
        .execute(Tuple.of(intoId, floor, topicId))
        .map(rows -> insertedId(rows));
  }

  /** Gives the id of the topic, to which the reply then belongs as its own text. */
  Future<Long> replyAsTopic(SqlClient tx, long replyId, long boardId, String title) {
    return tx.preparedQuery(REPLY_AS_TOPIC)
        .execute(Tuple.of(boardId, title, replyId))
        .map(rows -> insertedId(rows));
  }

  Future<Void> removeReply(SqlClient tx, long replyId) {
    return tx.preparedQuery(REMOVE_REPLY).execute(Tuple.of(replyId)).mapEmpty();
  }

  /** The first replies of a topic, in any state. */
  Future<List<MovedReply>> some(SqlClient tx, long topicId, int limit) {
    return replies(tx, SOME, Tuple.of(topicId, limit));
  }

  /** Those of these replies that are shown in the topic, in the order of their floors. */
  Future<List<MovedReply>> these(SqlClient tx, long topicId, List<Long> ids) {
    var values = Tuple.of(topicId);
    ids.forEach(values::addLong);
    return replies(
        tx, THESE.formatted(String.join(",", Collections.nCopies(ids.size(), "?"))), values);
  }

  private static Future<List<MovedReply>> replies(SqlClient tx, String sql, Tuple values) {
    return tx.preparedQuery(sql)
        .mapping(
            row ->
                new MovedReply(
                    row.getLong("id"),
                    row.getLong("floor"),
                    row.getLong("author_id"),
                    row.getInteger("state") == 0))
        .execute(values)
        .map(rows -> list(rows));
  }

  /** Puts replies into another topic, with the floors from this one on. */
  Future<Void> place(
      SqlClient tx, List<MovedReply> replies, long fromId, long intoId, long firstFloor) {
    if (replies.isEmpty()) {
      return Future.succeededFuture();
    }
    var places =
        IntStream.range(0, replies.size())
            .mapToObj(at -> Tuple.of(intoId, firstFloor + at, replies.get(at).id()))
            .toList();
    var former =
        replies.stream()
            .map(reply -> Tuple.of(fromId, reply.floor(), reply.id()).addLong(null))
            .toList();
    var mentions =
        replies.stream().map(reply -> Tuple.of(intoId, reply.id(), fromId, reply.id())).toList();
    return tx.preparedQuery(PLACE)
        .executeBatch(places)
        .compose(placed -> tx.preparedQuery(KEEP).executeBatch(former))
        .compose(kept -> tx.preparedQuery(MOVE_MENTIONS).executeBatch(mentions))
        .mapEmpty();
  }

  /** Remembers what became of a topic's own text, or of a reply that became a topic. */
  Future<Void> keep(
      SqlClient tx, long topicId, long floor, @Nullable Long replyId, @Nullable Long toTopic) {
    return tx.preparedQuery(KEEP)
        .execute(Tuple.tuple().addLong(topicId).addLong(floor).addLong(replyId).addLong(toTopic))
        .mapEmpty();
  }

  /** Those whom a topic's own text mentions are those whom the reply mentions, or the reverse. */
  Future<Void> rename(SqlClient tx, MentionPlace before, MentionPlace now) {
    return tx.preparedQuery(MOVE_MENTIONS)
        .execute(Tuple.of(now.topicId(), now.replyId(), before.topicId(), before.replyId()))
        .compose(
            moved ->
                tx.preparedQuery(MOVE_NAMES)
                    .execute(Tuple.of(now.table(), now.rowId(), before.table(), before.rowId())))
        .mapEmpty();
  }

  /**
   * Where mentions of a post are stored.
   *
   * @param replyId 0 for a topic's own text
   */
  record MentionPlace(long topicId, long replyId) {

    private String table() {
      return replyId == 0 ? "topic" : "reply";
    }

    private long rowId() {
      return replyId == 0 ? topicId : replyId;
    }
  }

  Future<Void> beginMerge(SqlClient tx, long topicId, long intoId, long by, Instant now) {
    return tx.preparedQuery(BEGIN_MERGE)
        .execute(Tuple.of(topicId, intoId, by, utc(now)))
        .mapEmpty();
  }

  /** Whether a topic was merged into another one, or is part of a merge that is not done. */
  Future<Boolean> isMerging(SqlClient tx, long topicId) {
    return tx.preparedQuery(MERGES)
        .execute(Tuple.of(topicId, topicId, topicId))
        .map(rows -> rows.size() > 0);
  }

  Future<Optional<Merge>> nextMerge(SqlClient client) {
    return client.preparedQuery(NEXT_MERGE).mapping(Merge::of).execute().map(rows -> first(rows));
  }

  Future<Void> endMerge(SqlClient tx, long topicId, Instant now) {
    return tx.preparedQuery(END_MERGE).execute(Tuple.of(utc(now), topicId)).mapEmpty();
  }
}
