package parley.post;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import parley.Forum;

/** A forum whose wire to the database fails on demand, and another one on the same database. */
final class WiredForum implements AutoCloseable {

  private final Forum direct = Forum.amongFaults(Map.of("PARLEY_ROLES", "http"));
  private final FaultyWire wire = new FaultyWire(direct.mysql().host(), direct.mysql().port());
  private final Forum forum;

  /**
   * @param statementSeconds after which a statement without an answer is given up
   */
  WiredForum(int statementSeconds) {
    forum =
        Forum.amongFaults(
            Map.of(
                "PARLEY_MYSQL_HOST", "127.0.0.1",
                "PARLEY_MYSQL_PORT", Integer.toString(wire.port()),
                "PARLEY_MYSQL_WAIT_SECONDS", "1",
                "PARLEY_MYSQL_STATEMENT_SECONDS", Integer.toString(statementSeconds),
                "PARLEY_MYSQL_TRANSACTION_SECONDS", "3",
                "PARLEY_ROLES", "http"));
  }

  Forum forum() {
    return forum;
  }

  /** The forum whose wire never fails. */
  Forum direct() {
    return direct;
  }

  FaultyWire wire() {
    return wire;
  }

  /** Asks the database past the wire. */
  List<JsonObject> sql(String statement, Object... values) {
    return direct.sql(statement, values);
  }

  @Override
  public void close() {
    forum.close();
    wire.close();
    direct.close();
  }
}
