package parley.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;

/** The pool, each of whose answers is waited for only so long. */
record TimedClient(Pool pool, Deadline deadline) implements SqlClient {

  /** Fails what is not there in time. */
  @FunctionalInterface
  interface Deadline {
    <T> Future<T> of(Future<T> answer);
  }

  /** Is prepared like all others. */
  @Override
  public Query<RowSet<Row>> query(String sql) {
    return preparedQuery(sql);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
    return new TimedQuery<>(pool.preparedQuery(sql), deadline);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
    return new TimedQuery<>(pool.preparedQuery(sql, options), deadline);
  }

  @Override
  public Future<Void> close() {
    return pool.close();
  }
}
