package parley.access;

import static parley.store.Rows.insertedId;
import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.text.Folding;

/** Groups and rights as rows. */
final class AccessRepository {

  private static final String BOARDS =
      """
      SELECT id, see_group, reply_group, open_group, archived OR deleting AS closed FROM board
      """;

  private static final String MODERATORS = "SELECT board_id, group_id FROM board_moderator";

  private static final String PERMISSIONS = "SELECT permission, group_id FROM group_permission";

  private static final String SET_RIGHTS =
      "UPDATE board SET see_group = ?, reply_group = ?, open_group = ? WHERE id = ?";

  private static final String CLEAR_MODERATORS = "DELETE FROM board_moderator WHERE board_id = ?";

  private static final String ADD_MODERATOR =
      "INSERT INTO board_moderator (board_id, group_id) VALUES (?, ?)";

  private static final String ADD_GROUP = "INSERT INTO member_group (name, name_key) VALUES (?, ?)";

  private static final String JOIN =
      "INSERT IGNORE INTO member_of_group (member_id, group_id) VALUES (?, ?)";

  private static final String LEAVE =
      "DELETE FROM member_of_group WHERE member_id = ? AND group_id = ?";

  private static final String GRANT =
      "INSERT IGNORE INTO group_permission (group_id, permission) VALUES (?, ?)";

  private static final String WITHDRAW =
      "DELETE FROM group_permission WHERE group_id = ? AND permission = ?";

  private record Pair<K>(K key, long group) {}

  Future<Rights> rights(SqlClient client) {
    return moderators(client)
        .compose(
            moderators ->
                boards(client, moderators)
                    .compose(
                        boards -> permissions(client).map(granted -> new Rights(boards, granted))));
  }

  private static Future<Map<Long, Set<Long>>> moderators(SqlClient client) {
    return client
        .preparedQuery(MODERATORS)
        .mapping(row -> new Pair<>(row.getLong("board_id"), row.getLong("group_id")))
        .execute()
        .map(rows -> byKey(list(rows)));
  }

  private static Future<Map<String, Set<Long>>> permissions(SqlClient client) {
    return client
        .preparedQuery(PERMISSIONS)
        .mapping(row -> new Pair<>(row.getString("permission"), row.getLong("group_id")))
        .execute()
        .map(rows -> byKey(list(rows)));
  }

  private static <K> Map<K, Set<Long>> byKey(List<Pair<K>> pairs) {
    return pairs.stream()
        .collect(
            Collectors.groupingBy(
                Pair::key, Collectors.mapping(Pair::group, Collectors.toUnmodifiableSet())));
  }

  private static Future<List<BoardRights>> boards(
      SqlClient client, Map<Long, Set<Long>> moderators) {
    return client
        .preparedQuery(BOARDS)
        .mapping(
            row ->
                new BoardRights(
                    row.getLong("id"),
                    row.getLong("see_group"),
                    row.getLong("reply_group"),
                    row.getLong("open_group"),
                    moderators.getOrDefault(row.getLong("id"), Set.of(Group.MODERATORS)),
                    row.getBoolean("closed")))
        .execute()
        .map(rows -> list(rows));
  }

  Future<Optional<BoardRights>> rightsOf(SqlClient client, long boardId) {
    return moderators(client)
        .compose(moderators -> boards(client, moderators))
        .map(all -> all.stream().filter(rights -> rights.boardId() == boardId).findFirst());
  }

  Future<Void> setRights(SqlClient tx, BoardRights rights) {
    var moderators =
        rights.moderate().stream().map(group -> Tuple.of(rights.boardId(), group)).toList();
    return tx.preparedQuery(SET_RIGHTS)
        .execute(Tuple.of(rights.see(), rights.reply(), rights.open(), rights.boardId()))
        .compose(set -> tx.preparedQuery(CLEAR_MODERATORS).execute(Tuple.of(rights.boardId())))
        .compose(cleared -> tx.preparedQuery(ADD_MODERATOR).executeBatch(moderators))
        .mapEmpty();
  }

  Future<Long> addGroup(SqlClient client, String name) {
    return client
        .preparedQuery(ADD_GROUP)
        .execute(Tuple.of(name, Folding.key(name)))
        .map(rows -> insertedId(rows));
  }

  Future<Void> join(SqlClient client, long memberId, long group) {
    return client.preparedQuery(JOIN).execute(Tuple.of(memberId, group)).mapEmpty();
  }

  Future<Void> leave(SqlClient client, long memberId, long group) {
    return client.preparedQuery(LEAVE).execute(Tuple.of(memberId, group)).mapEmpty();
  }

  Future<Void> grant(SqlClient client, long group, Permission permission) {
    return client.preparedQuery(GRANT).execute(Tuple.of(group, permission.name())).mapEmpty();
  }

  Future<Void> withdraw(SqlClient client, long group, Permission permission) {
    return client.preparedQuery(WITHDRAW).execute(Tuple.of(group, permission.name())).mapEmpty();
  }
}
