package parley.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.function.Supplier;

/** The pool, or one of its connections, with timed statements. */
record TimedClient(SqlClient client, Timing timing) implements SqlClient {

  /** Wraps the execution of a statement: it may be measured, and may have a time limit. */
  @FunctionalInterface
  interface Timing {
    <T> Future<T> of(String sql, Supplier<Future<T>> statement);
  }

  /** Prepared like all other statements. */
  @Override
  public Query<RowSet<Row>> query(String sql) {
    return preparedQuery(sql);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
    return new TimedQuery<>(client.preparedQuery(sql), sql, timing);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
    return new TimedQuery<>(client.preparedQuery(sql, options), sql, timing);
  }

  @Override
  public Future<Void> close() {
    return client.close();
  }
}
