package parley.account;

import static parley.store.Rows.first;
import static parley.store.Rows.insertedId;
import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.account.AccountTasks.Kind;
import parley.account.AccountTasks.Task;

/** SQL for tasks about accounts. */
final class AccountTaskRepository {

  private static final String ADD =
      "INSERT INTO account_task (kind, member_id, email, created_at) VALUES (?, ?, ?, ?)";

  private static final String FIND =
      "SELECT id, kind, member_id, email FROM account_task WHERE id = ? FOR UPDATE";

  private static final String REMOVE = "DELETE FROM account_task WHERE id = ?";

  private static final String BEFORE =
      "SELECT id FROM account_task WHERE created_at < ? ORDER BY id LIMIT 100";

  private static final String DROP = "DELETE FROM account_task WHERE created_at < ?";

  Future<Long> add(SqlClient tx, Kind kind, long memberId, String email, Instant now) {
    return tx.preparedQuery(ADD)
        .execute(Tuple.of(kind.name(), memberId == 0 ? null : memberId, email, utc(now)))
        .map(rows -> insertedId(rows));
  }

  /** Removes a task and returns it; empty if another transaction has done so. */
  Future<Optional<Task>> take(SqlClient tx, long id) {
    return tx.preparedQuery(FIND)
        .mapping(AccountTaskRepository::task)
        .execute(Tuple.of(id))
        .map(rows -> first(rows))
        .compose(found -> tx.preparedQuery(REMOVE).execute(Tuple.of(id)).map(found));
  }

  Future<List<Long>> idsBefore(SqlClient client, Instant time) {
    return client
        .preparedQuery(BEFORE)
        .mapping(row -> row.getLong("id"))
        .execute(Tuple.of(utc(time)))
        .map(rows -> list(rows));
  }

  Future<Void> dropBefore(SqlClient client, Instant time) {
    return client.preparedQuery(DROP).execute(Tuple.of(utc(time))).mapEmpty();
  }

  private static Task task(Row row) {
    var memberId = row.getLong("member_id");
    return new Task(
        row.getLong("id"),
        Kind.valueOf(row.getString("kind")),
        memberId == null ? 0 : memberId,
        row.getString("email"));
  }
}
