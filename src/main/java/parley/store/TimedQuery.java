package parley.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;
import parley.store.TimedClient.Timing;

/** A timed statement. */
record TimedQuery<T>(PreparedQuery<T> query, String sql, Timing timing)
    implements PreparedQuery<T> {

  @Override
  public Future<T> execute() {
    return timing.of(sql, query::execute);
  }

  @Override
  public Future<T> execute(Tuple parameters) {
    return timing.of(sql, () -> query.execute(parameters));
  }

  @Override
  public Future<T> executeBatch(List<Tuple> batch) {
    return timing.of(sql, () -> query.executeBatch(batch));
  }

  @Override
  public <R> PreparedQuery<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
    return new TimedQuery<>(query.collecting(collector), sql, timing);
  }

  @Override
  public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
    return new TimedQuery<>(query.mapping(mapper), sql, timing);
  }
}
