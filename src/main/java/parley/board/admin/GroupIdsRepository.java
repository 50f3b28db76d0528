package parley.board.admin;

import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Set;

/** Which groups there are. */
final class GroupIdsRepository {

  private static final String LOCK = "SELECT id FROM member_group ORDER BY id LOCK IN SHARE MODE";

  /** None of them is deleted until the transaction ends. */
  Future<Set<Long>> lock(SqlClient tx) {
    return tx.preparedQuery(LOCK)
        .mapping(row -> row.getLong("id"))
        .execute()
        .map(rows -> Set.copyOf(list(rows)));
  }
}
