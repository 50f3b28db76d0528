package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parley.Forum;

/** Keys of addresses that were stored before domains were compared by IDNA 2008. */
class AddressKeysIT {

  @Test
  void theyAreMadeAnewAndTheProvedOneKeepsWhatTwoHave() throws SQLException {
    var server = Forum.shared().mysql();
    var address = server.with(Forum.unique("parley_keys"));
    at(server, "CREATE DATABASE " + address.database());
    try {
      var schema = new Schema(address);
      schema.migrateTo("041");
      member(address, 1, "a@example.org", "a@example.org", true);
      member(address, 2, "B@Straße.de", "b@straße.de", true);
      member(address, 3, "josé@example.org", "josé@example.org", false);
      member(address, 4, "c@bücher.de", "c@bücher.de", false);
      member(address, 5, "c@xn--bcher-kva.de", "c@xn--bcher-kva.de", true);
      schema.migrateTo("042");
      assertThat(keys(address))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  1L, "a@example.org",
                  2L, "b@xn--strae-oqa.de",
                  3L, "josé@example.org",
                  4L, "claim 4",
                  5L, "c@xn--bcher-kva.de"));

      at(address, "DELETE FROM flyway_schema_history WHERE version = '042'");
      var before = keys(address);
      schema.migrateTo("042");
      assertThat(keys(address)).isEqualTo(before);
    } finally {
      at(server, "DROP DATABASE " + address.database());
    }
  }

  private static void member(
      MysqlAddress where, long id, String email, String key, boolean verified) throws SQLException {
    at(
        where,
        """
        INSERT INTO member (id, username, username_key, email, email_key, email_verified,
          password_hash, created_at)
        VALUES (%d, 'name%d', 'name%d', '%s', '%s', %b, '', '2020-01-01')
        """
            .formatted(id, id, id, email, key, verified));
  }

  private static Map<Long, String> keys(MysqlAddress where) throws SQLException {
    var keys = new TreeMap<Long, String>();
    try (var connection = Jdbc.connect(where);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT id, email_key FROM member")) {
      while (rows.next()) {
        keys.put(rows.getLong(1), rows.getString(2));
      }
    }
    return keys;
  }

  private static void at(MysqlAddress where, String sql) throws SQLException {
    try (var connection = Jdbc.connect(where);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
