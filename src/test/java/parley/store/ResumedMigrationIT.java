package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Forum;

/**
 * A migration whose process was killed after its statement and before Flyway noted it, runs again
 * at the next start.
 */
class ResumedMigrationIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "010", "011", "012", "013", "014", "015", "016", "017", "018", "020", "021", "022", "023",
        "024", "025", "026", "035", "036", "037", "038", "039", "040", "041", "042"
      })
  void aMigrationThatWasDoneAndNotNotedRunsAgain(String version) throws SQLException {
    var server = Forum.shared().mysql();
    var address = server.with(Forum.unique("parley_resumed"));
    at(server, "CREATE DATABASE " + address.database());
    try {
      var schema = new Schema(address);
      schema.migrateTo(version);
      at(address, "DELETE FROM flyway_schema_history WHERE version = '" + version + "'");
      schema.migrate();
      assertThat(schema.state().pending()).isZero();
    } finally {
      at(server, "DROP DATABASE " + address.database());
    }
  }

  private static void at(MysqlAddress where, String sql) throws SQLException {
    try (var connection = Jdbc.connect(where);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
