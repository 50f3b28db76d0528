package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.Forum;
import parley.store.DyingSource.Death;

/**
 * Each migration is killed before each of its statements, and before it is noted; then a fresh
 * start must bring the schema, and the data that was there, to where they belong.
 */
class KilledMigrationIT {

  private static final Path FOLDER = Path.of("src/main/resources/db/migration");
  private static final String LOCATION = "classpath:db/migration";
  private static final JavaMigration IN_CODE = new AddressKeys();
  private static final int STATEMENTS_MAX = 40;
  private static final String WITH_DATA = "002";
  private static final String NEWEST = "newest";

  private final MysqlAddress server = Forum.shared().mysql();
  private final MysqlAddress address = server.with(Forum.unique("parley_killed"));
  private final MysqlAddress wanted = server.with(address.database() + "_wanted");

  private static List<String> versions() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return Stream.concat(
              files.map(file -> file.getFileName().toString().substring(1, 4)),
              Stream.of(IN_CODE.getVersion().getVersion()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void makeWhatIsWanted() throws SQLException {
    at(server, "CREATE DATABASE " + wanted.database());
    migrateWithData(wanted, NEWEST);
  }

  @AfterEach
  void drop() throws SQLException {
    at(server, "DROP DATABASE IF EXISTS " + wanted.database());
    at(server, "DROP DATABASE IF EXISTS " + address.database());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aMigrationThatIsKilledBetweenItsStatementsRunsAgain(String version)
      throws SQLException, IOException {
    var points = 0;
    for (var point = 0; point < STATEMENTS_MAX; point++) {
      var death = Death.values()[point % 2];
      if (!killed(version, point, death)) {
        break;
      }
      points++;
    }
    assertThat(points).as("points at which %s was killed", version).isGreaterThan(1);
  }

  /** False where the migration has fewer statements. */
  private boolean killed(String version, int point, Death death) throws SQLException, IOException {
    at(server, "DROP DATABASE IF EXISTS " + address.database());
    at(server, "CREATE DATABASE " + address.database());
    migrateWithData(address, before(version));
    var script = script(version);
    var dying =
        new DyingSource(
            address,
            sql -> !sql.isBlank() && (script.contains(words(sql)) || notes(sql)),
            point,
            death);
    try {
      new Schema(address, LOCATION, dying.source()).migrateTo(version);
      dying.closeAll();
      if (!dying.hasDied()) {
        return false;
      }
      assertThat(death).as("who can try once more").isEqualTo(Death.OF_THE_CONNECTION);
    } catch (StoreStartException expected) {
      assertThat(dying.hasDied()).as(expected.getMessage()).isTrue();
      dying.closeAll();
      assertTold(version, point, death);
    }
    migrateWithData(address, NEWEST);
    assertSame(version + " killed at " + point + ", " + death);
    return true;
  }

  /** What {@code migrate --status} says. */
  private void assertTold(String version, int point, Death death) {
    var state = new Schema(address).state();
    var where = version + " killed at " + point + ", " + death;
    assertThat(state.newer()).as(where).isFalse();
    assertThat(state.current().orElse("000")).as(where).isEqualTo(before(version));
    assertThat(state.pending())
        .as(where)
        .isEqualTo(
            (int) versions().stream().filter(other -> other.compareTo(version) >= 0).count());
  }

  private void assertSame(String where) throws SQLException {
    var state = new Schema(address).state();
    assertThat(state.pending()).as(where).isZero();
    assertThat(structure(address)).as(where).isEqualTo(structure(wanted));
    assertThat(data(address)).as(where).isEqualTo(data(wanted));
    assertThat(list(address, "SELECT version FROM flyway_schema_history WHERE success = 0"))
        .as(where)
        .isEmpty();
  }

  /** Migrates to this version by way of the first one that can have data, where it gets some. */
  private static void migrateWithData(MysqlAddress where, String version) throws SQLException {
    if (version.compareTo(WITH_DATA) >= 0) {
      var now = new Schema(where).state().current().orElse("000");
      if (now.compareTo(WITH_DATA) < 0) {
        new Schema(where).migrateTo(WITH_DATA);
      }
      if (list(where, "SELECT id FROM member").isEmpty()) {
        fill(where);
      }
    }
    if (version.equals(NEWEST)) {
      new Schema(where).migrate();
    } else if (!version.equals("000")) {
      new Schema(where).migrateTo(version);
    }
  }

  private static void fill(MysqlAddress where) throws SQLException {
    at(
        where,
        """
        INSERT INTO member (id, username, username_key, email, email_key, password_hash, image,
          topic_count, reply_count, created_at)
        VALUES (1, 'ann', 'ann', 'a@example.org', 'a@example.org', 'x', NULL, 1, 1, '2026-01-01'),
          (2, 'bob', 'bob', 'b@example.org', 'b@example.org', 'x', NULL, 0, 0, '2026-01-01'),
          (3, 'cat', 'cat', 'c@bücher.example', 'c@bücher.example', 'x', NULL, 0, 0, '2026-01-01')
        """);
    at(
        where,
        """
        INSERT INTO topic (id, board_id, author_id, title, content, html, html_version, created_at,
          active_at, reply_count, last_floor, last_reply_at, last_reply_author_id, listed)
        VALUES (1, 1, 1, 'Shown', 'x', 'x', 1, '2026-01-01', '2026-01-04', 1, 2, '2026-01-04', 1, 1),
          (2, 1, 1, 'Deleted', 'x', 'x', 1, '2026-01-02', '2026-01-02', 0, 0, NULL, NULL, NULL)
        """);
    at(
        where,
        """
        INSERT INTO reply (topic_id, floor, author_id, content, html, html_version, created_at,
          listed)
        VALUES (1, 1, 2, 'x', 'x', 1, '2026-01-03', NULL), (1, 2, 1, 'x', 'x', 1, '2026-01-04', 1)
        """);
    at(
        where,
        """
        INSERT INTO mail (message_id, kind, recipient, data, next_attempt_at, created_at)
        VALUES ('b3c5', 'verify', 'a@example.org', '{}', '2026-01-01', '2026-01-01')
        """);
  }

  private static boolean notes(String sql) {
    return sql.contains("flyway_schema_history") && sql.startsWith("INSERT INTO");
  }

  private static String before(String version) {
    return versions().stream()
        .filter(other -> other.compareTo(version) < 0)
        .reduce("000", (earlier, later) -> later);
  }

  private static String script(String version) throws IOException {
    return version.equals(IN_CODE.getVersion().getVersion())
        ? "UPDATE member SET email_key = ? WHERE id = ?"
        : words(Files.readString(file(version)));
  }

  private static Path file(String version) throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("V" + version))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String words(String sql) {
    return sql.replaceAll("(?m)^\\s*--.*$", "").replaceAll("\\s+", " ").strip();
  }

  private static List<String> structure(MysqlAddress where) throws SQLException {
    var columns =
        "SELECT CONCAT_WS(' ', TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT)"
            + " FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() ORDER BY 1";
    var keys =
        "SELECT CONCAT_WS(' ', TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME, NON_UNIQUE)"
            + " FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() ORDER BY 1";
    return Stream.concat(list(where, columns).stream(), list(where, keys).stream()).toList();
  }

  private static List<String> data(MysqlAddress where) throws SQLException {
    var rows = new ArrayList<String>();
    for (var table : list(where, "SHOW TABLES")) {
      if (!table.equals("flyway_schema_history")) {
        rows.addAll(list(where, "CHECKSUM TABLE " + table, 2));
        rows.addAll(list(where, "SELECT CONCAT('" + table + " ', COUNT(*)) FROM " + table));
      }
    }
    return rows;
  }

  private static List<String> list(MysqlAddress where, String sql) throws SQLException {
    return list(where, sql, 1);
  }

  private static List<String> list(MysqlAddress where, String sql, int column) throws SQLException {
    try (var connection = Jdbc.connect(where);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(column));
      }
      return values;
    }
  }

  private static void at(MysqlAddress where, String sql) throws SQLException {
    try (var connection = Jdbc.connect(where);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
