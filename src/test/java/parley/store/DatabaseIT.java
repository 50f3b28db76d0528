package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.mysqlclient.MySQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.Forum;

class DatabaseIT {

  private final Forum forum = Forum.shared();
  private final Database database = forum.database();
  private final String table = Forum.unique("scratch");

  @BeforeEach
  void createTable() {
    forum.sql("CREATE TABLE " + table + " (id INT PRIMARY KEY, n INT)");
    forum.sql("INSERT INTO " + table + " VALUES (1, 0), (2, 0)");
  }

  @AfterEach
  void dropTable() {
    forum.sql("DROP TABLE " + table);
  }

  @Test
  void aTransactionThatFailsLeavesNothing() {
    assertThatThrownBy(
            () ->
                database
                    .transaction(
                        tx ->
                            tx.query("UPDATE " + table + " SET n = 7")
                                .execute()
                                .compose(done -> Future.failedFuture("no")))
                    .await())
        .hasMessage("no");
    assertThat(sum()).isZero();
  }

  @Test
  void whatLosesADeadlockRunsAgain() {
    var attempts = new AtomicInteger();
    var bothHoldOne = List.of(Promise.<Void>promise(), Promise.<Void>promise());
    var one = crossing(1, 2, bothHoldOne.get(0), bothHoldOne.get(1), attempts);
    var other = crossing(2, 1, bothHoldOne.get(1), bothHoldOne.get(0), attempts);
    Future.all(one, other).await();
    assertThat(sum()).isEqualTo(4);
    assertThat(attempts.get()).as("one of the two ran again").isEqualTo(3);
  }

  private Future<?> crossing(
      int first, int second, Promise<Void> mine, Promise<Void> others, AtomicInteger attempts) {
    return database.transaction(
        tx -> {
          attempts.incrementAndGet();
          return tx.query("UPDATE " + table + " SET n = n + 1 WHERE id = " + first)
              .execute()
              .onSuccess(done -> mine.tryComplete())
              .compose(done -> others.future())
              .compose(
                  both ->
                      tx.query("UPDATE " + table + " SET n = n + 1 WHERE id = " + second)
                          .execute());
        });
  }

  @Test
  void aLockThatIsNotHadInTimeIsAnOutage() {
    var impatient = new Database(forum.vertx(), forum.mysql(), 2, 1);
    var blocked =
        impatient.transaction(
            tx ->
                tx.query("SELECT n FROM " + table + " WHERE id = 1 FOR UPDATE")
                    .execute()
                    .compose(
                        locked ->
                            impatient
                                .client()
                                .query("UPDATE " + table + " SET n = 1 WHERE id = 1")
                                .execute()));
    assertThatThrownBy(blocked::await)
        .isInstanceOf(MySQLException.class)
        .satisfies(failure -> assertThat(StoreFailures.isUnavailable(failure)).isTrue());
    impatient.close().await();
  }

  @Test
  void eachStatementSeesWhatWasCommittedBeforeIt() {
    var counted =
        database
            .transaction(
                tx ->
                    tx.query("SELECT n FROM " + table + " WHERE id = 1")
                        .execute()
                        .compose(
                            before ->
                                database
                                    .client()
                                    .query("UPDATE " + table + " SET n = 5 WHERE id = 1")
                                    .execute())
                        .compose(
                            elsewhere ->
                                tx.query("SELECT n FROM " + table + " WHERE id = 1").execute()))
            .await();
    assertThat(counted.iterator().next().getInteger("n")).isEqualTo(5);
  }

  @Test
  void aDefectIsNotTriedAgainAndIsNoOutage() {
    var attempts = new AtomicInteger();
    assertThatThrownBy(
            () ->
                database
                    .transaction(
                        tx -> {
                          attempts.incrementAndGet();
                          return tx.query("SELECT nonsense").execute();
                        })
                    .await())
        .isInstanceOf(MySQLException.class)
        .satisfies(failure -> assertThat(StoreFailures.isUnavailable(failure)).isFalse());
    assertThat(attempts.get()).isEqualTo(1);
  }

  private int sum() {
    return forum.sql("SELECT CAST(SUM(n) AS INT) AS n FROM " + table).get(0).getInteger("n");
  }
}
