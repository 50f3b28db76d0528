package parley.group;

import static parley.store.Rows.first;
import static parley.store.Rows.insertedId;
import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.text.Folding;

/** SQL of groups. */
final class GroupRepository {

  private static final String SELECT =
      """
      SELECT g.id, g.name, g.colour, g.built_in,
        (SELECT GROUP_CONCAT(p.permission ORDER BY p.permission) FROM group_permission p
          WHERE p.group_id = g.id) AS permissions,
        (SELECT COUNT(*) FROM member_of_group m WHERE m.group_id = g.id) AS members
      FROM member_group g
      """;

  private static final String ALL = SELECT + "ORDER BY g.id";

  private static final String FIND = SELECT + "WHERE g.id = ?";

  private static final String LOCK = "SELECT id FROM member_group WHERE id = ? FOR UPDATE";

  private static final String ADD =
      "INSERT INTO member_group (name, name_key, colour) VALUES (?, ?, ?)";

  private static final String CHANGE =
      "UPDATE member_group SET name = ?, name_key = ?, colour = ? WHERE id = ?";

  private static final String CLEAR = "DELETE FROM group_permission WHERE group_id = ?";

  private static final String GRANT =
      "INSERT INTO group_permission (group_id, permission) VALUES (?, ?)";

  private static final String BOARDS_OF =
      """
      SELECT title FROM board b
      WHERE see_group = ? OR reply_group = ? OR open_group = ?
        OR EXISTS (SELECT 1 FROM board_moderator m WHERE m.board_id = b.id AND m.group_id = ?)
      ORDER BY position, id
      """;

  private static final String MEMBERS =
      "SELECT member_id FROM member_of_group WHERE group_id = ? ORDER BY member_id";

  private static final String DELETE = "DELETE FROM member_group WHERE id = ?";

  private static final String JOIN =
      "INSERT IGNORE INTO member_of_group (member_id, group_id) VALUES (?, ?)";

  private static final String LEAVE =
      "DELETE FROM member_of_group WHERE member_id = ? AND group_id = ?";

  Future<List<GroupView>> all(SqlClient client) {
    return client
        .preparedQuery(ALL)
        .mapping(GroupRepository::group)
        .execute()
        .map(rows -> list(rows));
  }

  Future<Optional<GroupView>> find(SqlClient client, long id) {
    return client
        .preparedQuery(FIND)
        .mapping(GroupRepository::group)
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

  Future<Optional<GroupView>> lock(SqlClient tx, long id) {
    return tx.preparedQuery(LOCK).execute(Tuple.of(id)).compose(locked -> find(tx, id));
  }

  Future<Long> add(SqlClient tx, String name, @Nullable String colour) {
    return tx.preparedQuery(ADD)
        .execute(Tuple.of(name, Folding.key(name), colour))
        .map(rows -> insertedId(rows));
  }

  Future<Void> change(SqlClient tx, long id, String name, @Nullable String colour) {
    return tx.preparedQuery(CHANGE)
        .execute(Tuple.of(name, Folding.key(name), colour, id))
        .mapEmpty();
  }

  Future<Void> setPermissions(SqlClient tx, long id, List<String> permissions) {
    return tx.preparedQuery(CLEAR)
        .execute(Tuple.of(id))
        .compose(
            cleared ->
                permissions.isEmpty()
                    ? Future.succeededFuture()
                    : tx.preparedQuery(GRANT)
                        .executeBatch(permissions.stream().map(name -> Tuple.of(id, name)).toList())
                        .mapEmpty());
  }

  /** The titles of the boards whose rights name the group. */
  Future<List<String>> boardsOf(SqlClient tx, long id) {
    return tx.preparedQuery(BOARDS_OF)
        .mapping(row -> row.getString("title"))
        .execute(Tuple.of(id, id, id, id))
        .map(rows -> list(rows));
  }

  Future<List<Long>> members(SqlClient tx, long id) {
    return tx.preparedQuery(MEMBERS)
        .mapping(row -> row.getLong("member_id"))
        .execute(Tuple.of(id))
        .map(rows -> list(rows));
  }

  /** Its memberships and permissions go with it. */
  Future<Void> delete(SqlClient tx, long id) {
    return tx.preparedQuery(DELETE).execute(Tuple.of(id)).mapEmpty();
  }

  /** False where the member was in it. */
  Future<Boolean> join(SqlClient tx, long memberId, long group) {
    return tx.preparedQuery(JOIN)
        .execute(Tuple.of(memberId, group))
        .map(rows -> rows.rowCount() == 1);
  }

  /** False where the member was not in it. */
  Future<Boolean> leave(SqlClient tx, long memberId, long group) {
    return tx.preparedQuery(LEAVE)
        .execute(Tuple.of(memberId, group))
        .map(rows -> rows.rowCount() == 1);
  }

  private static GroupView group(Row row) {
    var permissions = row.getString("permissions");
    return new GroupView(
        row.getLong("id"),
        row.getString("name"),
        row.getString("colour"),
        row.getBoolean("built_in"),
        permissions == null ? List.of() : List.of(permissions.split(",")),
        row.getLong("members"));
  }
}
