package parley.topic;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.util.List;
import parley.paging.Page;
import parley.paging.PageRequest;
import parley.store.Database;
import parley.topic.ReplyRepository.ReplyRow;

/** A topic's page with nothing but its two statements and its JSON: what it costs at the least. */
public final class BareTopic {

  private static final PageRequest FIRST = new PageRequest(1, 20);
  private static final TopicPermissions NONE =
      new TopicPermissions(false, false, false, false, false, false, false);

  private final Database database;
  private final TopicRepository topics = new TopicRepository();
  private final ReplyRepository replies = new ReplyRepository();

  public BareTopic(Database database) {
    this.database = database;
  }

  public Future<Buffer> page(long id) {
    var client = database.client();
    return topics
        .find(client, id)
        .map(found -> found.orElseThrow())
        .compose(
            topic ->
                replies
                    .fromFloor(client, topic.summary(), 1, FIRST.size())
                    .map(rows -> Json.encodeToBuffer(view(topic, rows))));
  }

  private static TopicView view(TopicRow topic, List<ReplyRow> rows) {
    var items = rows.stream().map(row -> TopicViews.reply(row, ReplyPermissions.NONE)).toList();
    return new TopicView(
        topic.summary(),
        topic.content(),
        topic.html(),
        topic.version(),
        topic.editedAt(),
        topic.state(),
        topic.lock(),
        NONE,
        Page.of(items, FIRST, topic.summary().replyCount()));
  }
}
