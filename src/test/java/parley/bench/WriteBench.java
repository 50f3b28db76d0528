package parley.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import parley.Forum;
import parley.access.Viewer;
import parley.board.Boards;
import parley.store.Database;

/**
 * Measures what a reply costs, beside the cheapest durable write there is: one INSERT of one row,
 * on a pool of as many connections, in the same run, each writer in a topic of its own and all in
 * one board.
 */
final class WriteBench implements AutoCloseable {

  /**
   * What a run has measured.
   *
   * @param bare INSERTs of one row
   * @param replies each in its writer's own topic
   */
  record Result(Load.Outcome bare, Load.Outcome replies) {
    double ratio() {
      return replies.perSecond() / bare.perSecond();
    }
  }

  private static final int CONNECTIONS = 16;
  private static final String TEXT =
      "A reply of **some** length, as people write them, with a [link](https://example.org/). "
          .repeat(3);

  /**
   * Ends before anything is measured: what its readers of the journal make of a reply is no part of
   * it, and what they have not done yet would slow down the INSERTs.
   */
  private final Forum forum = Forum.with(Map.of());

  private final Vertx vertx = Vertx.vertx();

  private final Database database = new Database(vertx, forum.mysql(), CONNECTIONS, 5);
  private final Replies replies = new Replies(vertx, database);
  private final String table = Forum.unique("bench");
  private final List<Viewer> authors;
  private final List<Long> topics;

  /**
   * @param writers each with a topic of its own
   */
  WriteBench(int writers) {
    var board = Boards.add(forum);
    var people = IntStream.range(0, writers).mapToObj(n -> forum.member()).toList();
    authors =
        people.stream().map(one -> forum.access().viewer(one.id()).await().orElseThrow()).toList();
    topics =
        IntStream.range(0, writers)
            .mapToObj(n -> Boards.topic(people.get(n % people.size()), board, "Bench " + n))
            .toList();
    forum.close();
    sql("CREATE TABLE " + table + " (id BIGINT AUTO_INCREMENT PRIMARY KEY, text TEXT)");
  }

  Result run(int writers, Duration time) {
    run(writers, time, this::reply);
    run(writers, time, this::insert);
    var bare = run(writers, time, this::insert);
    return new Result(bare, run(writers, time, this::reply));
  }

  /** All writers in one topic. */
  Load.Outcome inOneTopic(int writers, Duration time) {
    return run(writers, time, writer -> replies.write(author(writer), topics.get(0)));
  }

  private Load.Outcome run(int writers, Duration time, IntFunction<Future<?>> operation) {
    return Load.run(vertx, writers, time, operation);
  }

  /** How many statements the database counts for a reply, with BEGIN and COMMIT. */
  double statementsPerReply(int count) {
    var before = questions();
    for (var n = 0; n < count; n++) {
      replies.write(author(0), topics.get(0)).await();
    }
    return (double) (questions() - before) / count;
  }

  private long questions() {
    var status = sql("SHOW GLOBAL STATUS LIKE 'Questions'");
    return Long.parseLong(status.iterator().next().getString("Value"));
  }

  private RowSet<Row> sql(String sql) {
    return database.client().query(sql).execute().await();
  }

  private Viewer author(int writer) {
    return authors.get(writer % authors.size());
  }

  private Future<?> reply(int writer) {
    return replies.write(author(writer), topics.get(writer));
  }

  private Future<?> insert(int writer) {
    return database
        .client()
        .preparedQuery("INSERT INTO " + table + " (text) VALUES (?)")
        .execute(Tuple.of(TEXT));
  }

  @Override
  public void close() {
    sql("DROP TABLE " + table);
    database.close().await();
    vertx.close().await();
  }
}
