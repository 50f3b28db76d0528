package parley.audit;

import static parley.store.Rows.first;
import static parley.store.Rows.instant;
import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.member.Author;
import parley.paging.PageRequest;

/** The log as rows. It is only added to: there is no statement that changes or deletes an entry. */
final class AuditRepository {

  private static final String ADD =
      """
      INSERT INTO audit (created_at, actor_id, action, target_type, target_id, network, reason,
        details)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String SELECT =
      """
      SELECT e.id, e.created_at, e.actor_id, e.action, e.target_type, e.target_id, e.network,
        e.reason, e.details, %s
      FROM audit e LEFT JOIN member a ON a.id = e.actor_id
      """
          .formatted(Author.columns("a"));

  private static final String COUNT = "SELECT COUNT(*) AS entries FROM audit e";

  private static final String UNDER =
      """
      SELECT target_id, details FROM audit
      WHERE actor_id = ? AND action = ? AND details LIKE ? ORDER BY id LIMIT 1
      """;

  /** The target of an act, and whether it was asked for in the same words. */
  record Under(long target, boolean sameRequest) {}

  /** A condition with the values of its parameters. */
  private record Where(String sql, List<Object> values) {}

  Future<Void> add(
      SqlClient tx,
      Instant now,
      @Nullable Long actorId,
      @Nullable String network,
      @Nullable String reason,
      Act act) {
    return tx.preparedQuery(ADD)
        .execute(
            Tuple.tuple()
                .addLocalDateTime(utc(now))
                .addLong(actorId)
                .addString(act.action())
                .addString(act.targetType())
                .addLong(act.targetId() == 0 ? null : act.targetId())
                .addString(network)
                .addString(reason)
                .addString(act.details().encode()))
        .mapEmpty();
  }

  /** The act that was done under a key. */
  Future<Optional<Under>> under(
      SqlClient client, @Nullable Long actorId, String action, RepeatedAct request) {
    return client
        .preparedQuery(UNDER)
        .mapping(
            row ->
                new Under(
                    row.getLong("target_id"),
                    request
                        .detail()
                        .equals(
                            new JsonObject(row.getString("details"))
                                .getString(RepeatedAct.DETAIL))))
        .execute(Tuple.of(actorId, action, request.pattern()))
        .map(rows -> first(rows));
  }

  Future<Long> count(SqlClient client, AuditQuery query) {
    var where = where(query, Long.MAX_VALUE);
    return client
        .preparedQuery(COUNT + where.sql())
        .mapping(row -> row.getLong("entries"))
        .execute(Tuple.from(where.values()))
        .map(rows -> first(rows).orElseThrow());
  }

  /** Newest first. */
  Future<List<AuditEntry>> page(SqlClient client, AuditQuery query, PageRequest page) {
    return read(client, where(query, Long.MAX_VALUE), page.size(), page.offset());
  }

  /** The newest entries before this id. */
  Future<List<AuditEntry>> before(SqlClient client, AuditQuery query, long id, int limit) {
    return read(client, where(query, id), limit, 0);
  }

  private static Future<List<AuditEntry>> read(
      SqlClient client, Where where, int limit, long offset) {
    return client
        .preparedQuery(SELECT + where.sql() + " ORDER BY e.id DESC LIMIT ? OFFSET ?")
        .mapping(AuditRepository::entry)
        .execute(Tuple.from(where.values()).addInteger(limit).addLong(offset))
        .map(rows -> list(rows));
  }

  private static Where where(AuditQuery query, long before) {
    var sql = new StringBuilder(" WHERE e.id < ?");
    var values = new ArrayList<Object>(List.of(before));
    query.actor().ifPresent(id -> and(sql, values, "e.actor_id = ?", id));
    query
        .action()
        .ifPresent(
            action -> {
              and(sql, values, "(e.action = ? OR e.action LIKE ? ESCAPE '!')", action);
              values.add(action.replaceAll("[!%_]", "!$0") + ".%");
            });
    query.targetType().ifPresent(type -> and(sql, values, "e.target_type = ?", type));
    query.target().ifPresent(id -> and(sql, values, "e.target_id = ?", id));
    query.from().ifPresent(from -> and(sql, values, "e.created_at >= ?", utc(from)));
    query.to().ifPresent(to -> and(sql, values, "e.created_at < ?", utc(to)));
    return new Where(sql.toString(), values);
  }

  private static void and(StringBuilder sql, List<Object> values, String condition, Object value) {
    sql.append(" AND ").append(condition);
    values.add(value);
  }

  private static AuditEntry entry(Row row) {
    return new AuditEntry(
        row.getLong("id"),
        instant(row, "created_at"),
        row.getLong("a_id") == null ? null : Author.of(row, "a"),
        row.getString("action"),
        row.getString("target_type"),
        row.getLong("target_id"),
        row.getString("network"),
        row.getString("reason"),
        new JsonObject(row.getString("details")).getMap());
  }
}
