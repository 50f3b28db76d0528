package parley.personal;

import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

/** Runs the statements of {@link PersonalData}. */
final class PersonalRepository {

  Future<JsonArray> export(SqlClient client, PersonalData data, long memberId) {
    return client
        .preparedQuery(data.export())
        .mapping(PersonalRepository::object)
        .execute(parameters(data.export(), memberId))
        .map(rows -> new JsonArray(List.copyOf(list(rows))));
  }

  Future<Void> erase(SqlClient tx, PersonalData data, long memberId) {
    Future<Void> done = Future.succeededFuture();
    for (var statement : data.erasures()) {
      done =
          done.compose(
              before ->
                  tx.preparedQuery(statement).execute(parameters(statement, memberId)).mapEmpty());
    }
    return done;
  }

  private static Tuple parameters(String statement, long memberId) {
    var count = (int) statement.chars().filter(character -> character == '?').count();
    return Tuple.from(Collections.nCopies(count, memberId));
  }

  /** Times are stored in UTC. */
  private static JsonObject object(Row row) {
    var object = new JsonObject();
    for (var i = 0; i < row.size(); i++) {
      var value = row.getValue(i);
      object.put(
          row.getColumnName(i),
          value instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC) : value);
    }
    return object;
  }
}
