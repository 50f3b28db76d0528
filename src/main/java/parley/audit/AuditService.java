package parley.audit;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.failure.ForumException;
import parley.paging.Page;
import parley.paging.PageRequest;
import parley.store.Database;

/**
 * Logs actions of staff, in the transaction of the action: both are committed, or neither is.
 * Entries never change. Members are identified only by their ids, so an erased member is anonymous
 * here too.
 */
public final class AuditService {

  /** In code points. */
  public static final int REASON_MAX = 500;

  private final Database database;
  private final Clock clock;
  private final AuditRepository entries = new AuditRepository();

  public AuditService(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Writes an act of the staff. */
  public Future<Void> add(SqlClient tx, Actor actor, Act act) {
    return entries.add(tx, clock.instant(), actor.id(), actor.network(), actor.reason(), act);
  }

  /** Writes what the command line or the forum itself did. */
  public Future<Void> add(SqlClient tx, Act act) {
    return entries.add(tx, clock.instant(), null, null, null, act);
  }

  /**
   * The target of an act that was done before for the same request; empty where there is none. It
   * is in the same transaction as the act, so a request that is sent again does nothing twice,
   * whenever the first one broke off. Fails with INVALID where something else was sent under the
   * key.
   */
  public Future<Optional<Long>> done(
      SqlClient client, Actor actor, String action, @Nullable RepeatedAct request) {
    return request == null
        ? Future.succeededFuture(Optional.empty())
        : entries
            .under(client, actor.id(), action, request)
            .map(
                found -> {
                  if (found.isPresent() && !found.get().sameRequest()) {
                    throw ForumException.invalid(
                        "Idempotency-Key", "reused", "This key was used for another request.");
                  }
                  return found.map(AuditRepository.Under::target);
                });
  }

  /** Newest first. */
  Future<Page<AuditEntry>> page(AuditQuery query, PageRequest page) {
    var client = database.client();
    return entries
        .count(client, query)
        .compose(
            total ->
                page.offset() >= total
                    ? Future.succeededFuture(Page.of(List.of(), page, total))
                    : entries.page(client, query, page).map(items -> Page.of(items, page, total)));
  }

  /** The newest entries before this id. */
  Future<List<AuditEntry>> before(AuditQuery query, long id, int limit) {
    return entries.before(database.client(), query, id, limit);
  }
}
