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
import parley.store.TimedClient.Deadline;

/** A statement whose answer is waited for only so long. */
record TimedQuery<T>(PreparedQuery<T> query, Deadline deadline) implements PreparedQuery<T> {

  @Override
  public Future<T> execute() {
    return deadline.of(query.execute());
  }

  @Override
  public Future<T> execute(Tuple parameters) {
    return deadline.of(query.execute(parameters));
  }

  @Override
  public Future<T> executeBatch(List<Tuple> batch) {
    return deadline.of(query.executeBatch(batch));
  }

  @Override
  public <R> PreparedQuery<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
    return new TimedQuery<>(query.collecting(collector), deadline);
  }

  @Override
  public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
    return new TimedQuery<>(query.mapping(mapper), deadline);
  }
}
