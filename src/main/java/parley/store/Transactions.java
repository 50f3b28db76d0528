package parley.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import parley.store.TimedClient.Timing;

/**
 * Runs transactions on connections that do not commit by themselves: the first statement begins
 * one, and whatever is sent after a statement that has failed is rolled back with it, even where
 * the server had already ended the transaction, as in a deadlock.
 *
 * <p>A transaction that takes too long fails, and its connection is closed, so that the server lets
 * go of its locks. Whether it was committed is then unknown.
 */
record Transactions(ConnectionPool pool, Breaker breaker, MysqlLimits limits, Timing timing) {

  <T> Future<T> run(Function<SqlConnection, Future<T>> work) {
    return breaker
        .guard(() -> pool.pool().getConnection(), SqlConnection::close)
        .compose(open -> limited(open, work));
  }

  private <T> Future<T> inside(
      SqlConnection connection, Function<SqlConnection, Future<T>> work, AtomicBoolean ended) {
    return call(work, new TimedConnection(connection, until(ended, connection)))
        .compose(
            result -> {
              ended.set(true);
              return end(connection, "COMMIT").map(result);
            },
            failure -> {
              ended.set(true);
              return end(connection, "ROLLBACK")
                  .transform(rolledBack -> Future.failedFuture(failure));
            });
  }

  private Future<?> end(SqlConnection connection, String sql) {
    return limited(connection, timing.of(sql, () -> connection.query(sql).execute()));
  }

  /** Nothing can follow a statement that does not end, so it takes its connection with it. */
  private <T> Future<T> limited(SqlConnection connection, Future<T> statement) {
    return statement
        .timeout(limits.statementSeconds(), TimeUnit.SECONDS)
        .onFailure(
            failure -> {
              if (failure instanceof TimeoutException) {
                Sockets.close(connection);
              }
            });
  }

  /**
   * Work that goes on after it has failed must not reach into the connection's next transaction.
   */
  private Timing until(AtomicBoolean ended, SqlConnection connection) {
    return new Timing() {
      @Override
      public <T> Future<T> of(String sql, Supplier<Future<T>> statement) {
        return ended.get()
            ? Future.failedFuture(new IllegalStateException("The transaction has ended"))
            : limited(connection, timing.of(sql, statement));
      }
    };
  }

  private static <T> Future<T> call(
      Function<SqlConnection, Future<T>> work, SqlConnection connection) {
    try {
      return work.apply(connection);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  /** Where the work goes on after its limit, or when the store has gone, it has no connection. */
  private <T> Future<T> limited(SqlConnection connection, Function<SqlConnection, Future<T>> work) {
    var ended = new AtomicBoolean();
    var transaction = Promise.<T>promise();
    return breaker
        .guard(
            () -> {
              inside(connection, work, ended)
                  .onComplete(
                      (result, failure) -> {
                        connection.close();
                        if (failure == null) {
                          transaction.tryComplete(result);
                        } else {
                          transaction.tryFail(failure);
                        }
                      });
              return transaction.future();
            })
        .timeout(limits.transactionSeconds(), TimeUnit.SECONDS)
        .onFailure(
            failure -> {
              if (!transaction.future().isComplete()) {
                ended.set(true);
                Sockets.close(connection);
              }
            });
  }
}
