package parley.process;

import static parley.store.Rows.insertedId;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.util.Set;
import parley.Forum;
import parley.TestStores;
import parley.access.AccessService;
import parley.access.BoardRights;
import parley.access.Group;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.store.Database;
import parley.store.RedisStore;
import parley.store.Signals;

/** Somebody who changes rights on the same stores, and shares no event bus with the forum. */
final class OtherProcess implements AutoCloseable {

  private final Database database;
  private final RedisStore redis;
  private final Signals signals;
  private final AccessService access;

  OtherProcess(Vertx vertx, TestStores stores) {
    database = new Database(vertx, stores.mysql(), 1, 5);
    redis = new RedisStore(vertx, stores.settings().get("PARLEY_REDIS_URL"), 1, 5);
    signals = new Signals(vertx, redis);
    var members = new MemberService(database, new MemberEvents(vertx.eventBus()));
    access = new AccessService(database, signals, members);
  }

  /** A new board that only this group sees. */
  long board(long group) {
    var name = Forum.unique("board");
    var id =
        database
            .client()
            .preparedQuery(
                "INSERT INTO board (position, title, slug, description) VALUES (9, ?, ?, '')")
            .execute(Tuple.of(name, name))
            .map(rows -> insertedId(rows))
            .await();
    seenBy(id, group);
    return id;
  }

  void seenBy(long board, long group) {
    access
        .setRights(
            new BoardRights(board, group, Group.MEMBERS, Group.MEMBERS, Set.of(Group.MODERATORS)))
        .await();
  }

  @Override
  public void close() {
    signals.close();
    redis.close();
    database.close().await();
  }
}
