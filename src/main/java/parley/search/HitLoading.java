package parley.search;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.access.Viewer;
import parley.search.SearchRepository.MemberRow;
import parley.search.SearchRepository.MessageRow;
import parley.search.SearchRepository.ReplyRow;
import parley.search.index.Found;
import parley.search.index.Kind;
import parley.store.Database;
import parley.topic.TopicService;
import parley.topic.TopicSummary;

/** Reads hits from the database: only those that the viewer may see now. */
final class HitLoading {

  private final Database database;
  private final TopicService topics;
  private final SearchRepository rows = new SearchRepository();

  HitLoading(Database database, TopicService topics) {
    this.database = database;
    this.topics = topics;
  }

  /** The data of hits to show, by their ids. */
  record Loaded(
      Map<Long, TopicSummary> topics,
      Map<Long, String> topicTexts,
      Map<Long, ReplyRow> replies,
      Map<Long, MemberRow> members,
      Map<Long, MessageRow> messages) {

    /** Null if the topic is not shown, or not to this viewer. */
    @Nullable TopicSummary topicOf(Found found) {
      if (found.kind() == Kind.TOPIC) {
        return topics.get(found.id());
      }
      var reply = replies.get(found.id());
      return reply == null ? null : topics.get(reply.topicId());
    }
  }

  Future<Loaded> load(Viewer viewer, List<Found> found) {
    SqlClient client = database.client();
    var topicIds = ids(found, Kind.TOPIC);
    var texts = rows.topics(client, topicIds);
    var members = rows.members(client, ids(found, Kind.MEMBER));
    var messages = messages(client, viewer, ids(found, Kind.MESSAGE));
    return rows.replies(client, ids(found, Kind.REPLY))
        .compose(
            replies -> {
              var seen = summaries(viewer, topicIds, replies);
              return Future.all(seen, texts, members, messages)
                  .map(
                      all ->
                          new Loaded(
                              seen.result(),
                              texts.result(),
                              replies,
                              members.result(),
                              messages.result()));
            });
  }

  private Future<Map<Long, TopicSummary>> summaries(
      Viewer viewer, Set<Long> topicIds, Map<Long, ReplyRow> replies) {
    var ids =
        Stream.concat(topicIds.stream(), replies.values().stream().map(ReplyRow::topicId))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return topics
        .summaries(viewer, ids)
        .map(
            found ->
                found.stream().collect(Collectors.toMap(TopicSummary::id, Function.identity())));
  }

  private Future<Map<Long, MessageRow>> messages(SqlClient client, Viewer viewer, Set<Long> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture(new HashMap<>())
        : rows.messages(client, viewer.signedIn().id(), ids);
  }

  private static Set<Long> ids(List<Found> found, Kind kind) {
    return found.stream()
        .filter(one -> one.kind() == kind)
        .map(Found::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
