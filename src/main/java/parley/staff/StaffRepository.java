package parley.staff;

import static parley.store.Rows.first;
import static parley.store.Rows.instant;
import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import parley.member.Role;
import parley.paging.PageRequest;
import parley.text.Folding;

/** SQL of members for administrators. */
final class StaffRepository {

  private static final String SELECT =
      """
      SELECT m.id, m.username, m.image, m.email, m.email_verified, m.role, m.topic_count,
        m.reply_count, m.created_at,
        (SELECT GROUP_CONCAT(g.group_id ORDER BY g.group_id) FROM member_of_group g
          WHERE g.member_id = m.id) AS member_groups
      FROM member m
      """;

  private static final String COUNT = "SELECT COUNT(*) AS members FROM member m";

  /** An erased account has no address. */
  private static final String ERASED = "m.email = ''";

  /** In one order: of two administrators who demote each other, one comes first. */
  private static final String LOCK_ADMINS =
      "SELECT id FROM member WHERE role = 'admin' ORDER BY id FOR UPDATE";

  private static final String LOCK = "SELECT role FROM member WHERE id = ? FOR UPDATE";

  private static final String SET_ROLE = "UPDATE member SET role = ? WHERE id = ?";

  private record Where(String sql, List<Object> values) {}

  Future<Long> count(SqlClient client, MemberQuery query) {
    var where = where(query);
    return client
        .preparedQuery(COUNT + where.sql())
        .mapping(row -> row.getLong("members"))
        .execute(Tuple.from(where.values()))
        .map(rows -> first(rows).orElseThrow());
  }

  /** Newest first. */
  Future<List<MemberRow>> page(SqlClient client, MemberQuery query, PageRequest page) {
    var where = where(query);
    return client
        .preparedQuery(SELECT + where.sql() + " ORDER BY m.id DESC LIMIT ? OFFSET ?")
        .mapping(StaffRepository::member)
        .execute(Tuple.from(where.values()).addInteger(page.size()).addLong(page.offset()))
        .map(rows -> list(rows));
  }

  Future<Optional<MemberRow>> find(SqlClient client, long id) {
    return client
        .preparedQuery(SELECT + " WHERE m.id = ?")
        .mapping(StaffRepository::member)
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

  Future<List<Long>> lockAdmins(SqlClient tx) {
    return tx.preparedQuery(LOCK_ADMINS)
        .mapping(row -> row.getLong("id"))
        .execute()
        .map(rows -> list(rows));
  }

  Future<Optional<Role>> lockRole(SqlClient tx, long id) {
    return tx.preparedQuery(LOCK)
        .mapping(row -> Role.of(row.getString("role")).orElse(Role.MEMBER))
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

  Future<Void> setRole(SqlClient tx, long id, Role role) {
    return tx.preparedQuery(SET_ROLE).execute(Tuple.of(role.word(), id)).mapEmpty();
  }

  private static Where where(MemberQuery query) {
    var conditions = new ArrayList<String>(List.of("TRUE"));
    var values = new ArrayList<Object>();
    query
        .text()
        .ifPresent(
            text -> {
              var pattern = Folding.key(text).replaceAll("[!%_]", "!$0") + "%";
              conditions.add("(m.username_key LIKE ? ESCAPE '!' OR m.email_key LIKE ? ESCAPE '!')");
              values.addAll(List.of(pattern, pattern));
            });
    query
        .role()
        .ifPresent(
            role -> {
              conditions.add("m.role = ?");
              values.add(role.word());
            });
    query
        .state()
        .ifPresent(
            state ->
                conditions.add(
                    switch (state) {
                      case ERASED -> ERASED;
                      case UNVERIFIED -> "NOT m.email_verified AND NOT " + ERASED;
                      case ACTIVE -> "m.email_verified AND NOT " + ERASED;
                    }));
    query
        .group()
        .ifPresent(
            group -> {
              conditions.add(
                  "m.id IN (SELECT g.member_id FROM member_of_group g WHERE g.group_id = ?)");
              values.add(group);
            });
    return new Where(" WHERE " + String.join(" AND ", conditions), values);
  }

  private static MemberRow member(Row row) {
    var groups = row.getString("member_groups");
    return new MemberRow(
        row.getLong("id"),
        row.getString("username"),
        row.getString("image"),
        row.getString("email"),
        state(row),
        Role.of(row.getString("role")).orElse(Role.MEMBER),
        groups == null ? List.of() : Arrays.stream(groups.split(",")).map(Long::valueOf).toList(),
        row.getLong("topic_count"),
        row.getLong("reply_count"),
        instant(row, "created_at"));
  }

  private static MemberState state(Row row) {
    if (row.getString("email").isEmpty()) {
      return MemberState.ERASED;
    }
    return row.getBoolean("email_verified") ? MemberState.ACTIVE : MemberState.UNVERIFIED;
  }
}
