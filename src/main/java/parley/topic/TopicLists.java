package parley.topic;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;
import parley.access.BoardScope;
import parley.paging.PageRequest;
import parley.store.Database;
import parley.topic.PinnedRepository.Pinned;

/**
 * Pages of topics: the pinned ones first, then the others, by their latest activity. The pinned
 * ones are few and known, so a page is the part of them that falls on it and the part of the
 * others.
 */
final class TopicLists {

  private final Database database;
  private final TopicRepository topics = new TopicRepository();
  private final PinnedRepository pins = new PinnedRepository();
  private final TopicDayRepository days = new TopicDayRepository();

  TopicLists(Database database) {
    this.database = database;
  }

  /**
   * @param boardId empty for the list of all boards
   */
  Future<List<TopicSummary>> page(BoardScope scope, OptionalLong boardId, PageRequest page) {
    return pins.of(database.client(), scope, boardId)
        .compose(
            pinned -> {
              var first = pinned.stream().skip(page.offset()).limit(page.size()).toList();
              return pinned(scope, first)
                  .compose(
                      before ->
                          others(scope, pinned, page, first.size())
                              .map(after -> join(before, after)));
            });
  }

  private Future<List<TopicSummary>> pinned(BoardScope scope, List<Pinned> wanted) {
    if (wanted.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    var ids = wanted.stream().map(Pinned::id).toList();
    return topics
        .summaries(database.client(), scope, ids)
        .map(
            found -> {
              var byId = new HashMap<Long, TopicSummary>();
              found.forEach(topic -> byId.put(topic.id(), topic));
              return ids.stream().filter(byId::containsKey).map(byId::get).toList();
            });
  }

  private Future<List<TopicSummary>> others(
      BoardScope scope, List<Pinned> pinned, PageRequest page, int taken) {
    if (taken == page.size()) {
      return Future.succeededFuture(List.of());
    }
    var client = database.client();
    var offset = Math.max(0, page.offset() - pinned.size());
    return days.start(client, scope, offset)
        .compose(
            start ->
                topics.page(client, scope, pinned, start.without(pinned), page.size() - taken));
  }

  private static List<TopicSummary> join(List<TopicSummary> before, List<TopicSummary> after) {
    var all = new ArrayList<>(before);
    all.addAll(after);
    return all;
  }
}
