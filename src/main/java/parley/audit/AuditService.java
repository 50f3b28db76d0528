package parley.audit;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
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
