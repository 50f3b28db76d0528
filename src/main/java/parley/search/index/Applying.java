package parley.search.index;

import io.vertx.sqlclient.SqlClient;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import parley.store.Database;

/** Writes the present state of rows into an index. Blocks; for the thread that writes. */
final class Applying {

  /** Rows that are read at once. */
  static final int ROWS = 200;

  private final SqlClient client;
  private final Generation index;
  private final IndexRepository rows = new IndexRepository();

  Applying(Database database, Generation index) {
    this.client = database.client();
    this.index = index;
  }

  void apply(Changes changes) throws IOException {
    put(Kind.TOPIC, changes.topics());
    put(Kind.REPLY, changes.replies());
    put(Kind.MEMBER, changes.members());
    put(Kind.MESSAGE, changes.messages());
    if (!changes.moved().isEmpty()) {
      index.forum().refresh();
      for (var topic : changes.moved()) {
        follow(topic);
      }
    }
  }

  private void put(Kind kind, Set<Long> ids) throws IOException {
    if (ids.isEmpty()) {
      return;
    }
    var missing = new HashSet<>(ids);
    for (var item : rows.find(client, kind, ids).await()) {
      index.of(kind).put(item);
      missing.remove(item.id());
    }
    for (var id : missing) {
      index.of(kind).remove(kind, id);
    }
  }

  /** Reads a topic's replies again where the index has not those that are shown. */
  private void follow(long topicId) throws IOException {
    var place = rows.place(client, topicId).await();
    if (place.isEmpty()) {
      index.forum().removeTopic(topicId);
      return;
    }
    if (index.forum().replies(topicId, place.get().boardId()) != place.get().replies()) {
      index.forum().removeTopic(topicId);
      put(Kind.TOPIC, Set.of(topicId));
      putReplies(topicId);
    }
  }

  private void putReplies(long topicId) throws IOException {
    var after = 0L;
    var page = rows.repliesOf(client, topicId, after, ROWS).await();
    while (!page.isEmpty()) {
      for (var item : page) {
        index.forum().put(item);
      }
      after = page.get(page.size() - 1).id();
      page = rows.repliesOf(client, topicId, after, ROWS).await();
    }
  }
}
