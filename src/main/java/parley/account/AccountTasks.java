package parley.account;

import static java.util.Objects.requireNonNull;
import static parley.store.Rows.isDuplicate;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.store.Database;

/**
 * Work about an address after its request was answered. A request does the same for a known and for
 * an unknown address: it adds a row. So neither the answer nor its time reveals which it was, also
 * under load. Rows that are left over, for example after a crash, are processed later.
 */
final class AccountTasks {

  /** The kind of a task. */
  enum Kind {
    /** A link for a new password. */
    RESET,
    /** A link that verifies an address. */
    CLAIM
  }

  /**
   * A task.
   *
   * @param memberId the member who requested the address; 0 for {@link Kind#RESET}
   */
  record Task(long id, Kind kind, long memberId, String email) {}

  /** Does the work of a task, in the transaction that removes the task. */
  @FunctionalInterface
  interface Handler {
    Future<Void> run(SqlConnection tx, Task task);
  }

  private static final Logger log = LoggerFactory.getLogger(AccountTasks.class);

  /** Younger tasks are still being processed by the process that added them. */
  private static final Duration LEFT_OVER = Duration.ofSeconds(10);

  /** Older tasks are dropped: their links would be of no use. */
  private static final Duration USELESS = Duration.ofHours(1);

  private final Database database;
  private final Runnable wakeMails;
  private final Clock clock;
  private final Map<Kind, Handler> handlers = new EnumMap<>(Kind.class);
  private final AccountTaskRepository tasks = new AccountTaskRepository();

  AccountTasks(Database database, Runnable wakeMails, Clock clock) {
    this.database = database;
    this.wakeMails = wakeMails;
    this.clock = clock;
  }

  AccountTasks on(Kind kind, Handler handler) {
    handlers.put(kind, handler);
    return this;
  }

  /** Adds a task; {@link #soon} does it after the commit. Returns its id. */
  Future<Long> add(SqlClient tx, Kind kind, long memberId, String email) {
    return tasks.add(tx, kind, memberId, email, clock.instant());
  }

  /**
   * Runs a task now, without waiting for it. A failure is logged; {@link #workLeftOver} tries
   * again.
   */
  void soon(long id) {
    work(id)
        .onFailure(
            failure ->
                log.warn("An account task failed and will be tried again: {}", failure.toString()));
  }

  /** Runs the tasks that are left over. */
  Future<Void> workLeftOver() {
    var now = clock.instant();
    return tasks
        .dropBefore(database.client(), now.minus(USELESS))
        .compose(dropped -> tasks.idsBefore(database.client(), now.minus(LEFT_OVER)))
        .compose(ids -> Future.join(ids.stream().map(this::work).toList()))
        .mapEmpty();
  }

  private Future<Void> work(long id) {
    return database
        .transaction(tx -> work(tx, id))
        .recover(failure -> retryAfterConflict(failure, id))
        .onSuccess(done -> wakeMails.run());
  }

  /**
   * Two concurrent requests for a free address conflict; the second one runs again and then finds
   * the first one's member.
   */
  private Future<Void> retryAfterConflict(Throwable failure, long id) {
    return isDuplicate(failure, "uq_member_email")
        ? database.transaction(tx -> work(tx, id))
        : Future.failedFuture(failure);
  }

  /** The transaction that removes the row does the work, so concurrent attempts do it once. */
  private Future<Void> work(SqlConnection tx, long id) {
    return tasks
        .take(tx, id)
        .compose(
            found ->
                found
                    .map(task -> requireNonNull(handlers.get(task.kind())).run(tx, task))
                    .orElse(Future.succeededFuture()));
  }
}
