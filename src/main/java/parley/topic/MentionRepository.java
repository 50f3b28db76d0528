package parley.topic;

import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import parley.member.Member;
import parley.topic.Mentions.Post;

/** The members who were notified about a mention, as rows. */
final class MentionRepository {

  private static final String TOLD =
      "SELECT member_id FROM mention WHERE topic_id = ? AND reply_id = ?";

  private static final String ADD =
      "INSERT INTO mention (topic_id, reply_id, member_id, created_at) VALUES (?, ?, ?, ?)";

  /** The ids of those who have been told of this post. */
  Future<Set<Long>> told(SqlClient tx, Post post) {
    return tx.preparedQuery(TOLD)
        .mapping(row -> row.getLong("member_id"))
        .execute(Tuple.of(post.topicId(), post.replyId()))
        .map(rows -> Set.copyOf(list(rows)));
  }

  Future<Void> add(SqlClient tx, Post post, List<Member> members, Instant now) {
    var rows =
        members.stream()
            .map(member -> Tuple.of(post.topicId(), post.replyId(), member.id(), utc(now)))
            .toList();
    return tx.preparedQuery(ADD).executeBatch(rows).mapEmpty();
  }
}
