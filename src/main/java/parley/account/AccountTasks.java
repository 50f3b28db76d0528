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
 * What is done about an address after its request was answered. A request for a known and for an
 * unknown address does the same: it adds a row. So neither the answer nor its time tells which it
 * was, also under load. A row that is left over, as after a crash, is worked on later.
 */
final class AccountTasks {

  /** What is asked for. */
  enum Kind {
    /** A link for a new password. */
    RESET,
    /** A link that proves an address. */
    CLAIM
  }

  /**
   * One thing to do.
   *
   * @param memberId who wants the address; 0 for {@link Kind#RESET}
   */
  record Task(long id, Kind kind, long memberId, String email) {}

  /** Does it, in the transaction that removes it. */
  @FunctionalInterface
  interface Handler {
    Future<Void> run(SqlConnection tx, Task task);
  }

  private static final Logger log = LoggerFactory.getLogger(AccountTasks.class);

  /** What is younger is still being worked on by the process that added it. */
  private static final Duration LEFT_OVER = Duration.ofSeconds(10);

  /** What cannot be done for so long is given up; the links would be of no use. */
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

  /** The caller does not wait for this. */
  void soon(long id) {
    work(id).onFailure(failure -> log.warn("An account task waits: {}", failure.toString()));
  }

  /** Does what is left over. */
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
        .recover(failure -> othersWereFaster(failure, id))
        .onSuccess(done -> wakeMails.run());
  }

  /** Of two who want an address that is free, the second finds at the next look who has it. */
  private Future<Void> othersWereFaster(Throwable failure, long id) {
    return isDuplicate(failure, "uq_member_email")
        ? database.transaction(tx -> work(tx, id))
        : Future.failedFuture(failure);
  }

  /** Whoever removes the row does the work; two at once do it once. */
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
