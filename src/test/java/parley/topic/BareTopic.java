package parley.topic;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import parley.store.Database;

/** A topic's page with nothing but its two statements: what it costs at the least. */
public final class BareTopic {

  private static final int REPLIES = 20;

  private final Database database;

  public BareTopic(Database database) {
    this.database = database;
  }

  public Future<Buffer> page(long id) {
    var client = database.client();
    return client
        .preparedQuery(TopicRepository.FIND)
        .execute(Tuple.of(id))
        .compose(
            topic ->
                client
                    .preparedQuery(ReplyRepository.FROM_FLOOR)
                    .execute(Tuple.of(id, 1, REPLIES))
                    .map(replies -> json(topic.iterator().next(), replies).toBuffer()));
  }

  private static JsonObject json(Row topic, RowSet<Row> replies) {
    var items = new JsonArray();
    replies.forEach(reply -> items.add(reply.toJson()));
    return topic.toJson().put("replies", items);
  }
}
