package parley.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;
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
record Transactions(
    Vertx vertx, ConnectionPool pool, int waitSeconds, LastAnswer lastAnswer, Timing timing) {

  <T> Future<T> run(Function<SqlConnection, Future<T>> work) {
    var asked = pool.pool();
    var began = System.nanoTime();
    return asked
        .getConnection()
        .onFailure(failure -> giveUp(failure, asked, began))
        .compose(
            connection ->
                limited(connection, inside(connection, work))
                    .onFailure(failure -> giveUp(failure, asked, began)));
  }

  private void giveUp(Throwable failure, Pool asked, long began) {
    if (StoreFailures.isTimeout(failure)) {
      pool.replaceIfSilent(asked, began);
    }
  }

  private <T> Future<T> inside(SqlConnection connection, Function<SqlConnection, Future<T>> work) {
    var ended = new AtomicBoolean();
    return call(work, new TimedConnection(connection, until(ended)))
        .compose(
            result -> {
              ended.set(true);
              return connection.query("COMMIT").execute().map(result);
            },
            failure -> {
              ended.set(true);
              return connection
                  .query("ROLLBACK")
                  .execute()
                  .transform(rolledBack -> Future.failedFuture(failure));
            });
  }

  /**
   * Work that goes on after it has failed must not reach into the connection's next transaction.
   */
  private Timing until(AtomicBoolean ended) {
    return new Timing() {
      @Override
      public <T> Future<T> of(String sql, Supplier<Future<T>> statement) {
        return ended.get()
            ? Future.failedFuture(new IllegalStateException("The transaction has ended"))
            : timing.of(sql, statement);
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

  private <T> Future<T> limited(SqlConnection connection, Future<T> transaction) {
    var outcome = Promise.<T>promise();
    var timer =
        vertx.setTimer(
            TimeUnit.SECONDS.toMillis(2L * waitSeconds),
            late -> {
              if (outcome.tryFail(new TimeoutException("A transaction took too long"))) {
                sever(connection);
              }
            });
    transaction.onComplete(
        (result, failure) -> {
          vertx.cancelTimer(timer);
          lastAnswer.note(result, failure);
          connection.close();
          if (failure == null) {
            outcome.tryComplete(result);
          } else {
            outcome.tryFail(failure);
          }
        });
    return outcome.future();
  }

  /** The client has no way to give up a connection that waits for an answer, but its socket has. */
  private static void sever(SqlConnection connection) {
    var inner = ((SqlConnectionInternal) connection).unwrap();
    while (inner.unwrap() != inner) {
      inner = inner.unwrap();
    }
    ((SocketConnectionBase) inner).socket().close();
  }
}
