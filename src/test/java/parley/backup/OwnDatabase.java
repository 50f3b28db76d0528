package parley.backup;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.Forum;
import parley.store.Jdbc;
import parley.store.MysqlAddress;
import parley.store.Schema;

/** A forum's data of a test's own, on the server that all tests share. Dropped when closed. */
final class OwnDatabase implements AutoCloseable {

  private final MysqlAddress address;
  private final Path folder;

  private OwnDatabase(MysqlAddress address, Path folder) {
    this.address = address;
    this.folder = folder;
  }

  /** One without tables. */
  static OwnDatabase empty() throws SQLException {
    var shared = Forum.shared().mysql();
    var own = new OwnDatabase(shared.with(Forum.unique("parley_")), temporary());
    own.atServer("CREATE DATABASE " + own.name());
    return own;
  }

  /** One with this program's schema, and the default boards. */
  static OwnDatabase migrated() throws SQLException {
    var own = empty();
    own.schema().migrate();
    return own;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "backup")
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MysqlAddress address() {
    return address;
  }

  String name() {
    return address.database();
  }

  Schema schema() {
    return new Schema(address);
  }

  ForumData data() {
    return new ForumData(address, Stored.in(folder));
  }

  Path pictures() {
    return folder.resolve("images");
  }

  /** A file of the test's own. */
  Path file(String name) {
    return folder.resolve(name);
  }

  Summary backUp(Path file) throws SQLException, IOException {
    return new BackupWriter(data(), "test", Clock.systemUTC(), line -> {}).write(file);
  }

  BackupReader reader() {
    return new BackupReader(data(), line -> {});
  }

  void sql(String... statements) throws SQLException {
    try (var connection = Jdbc.connect(address);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  long number(String sql) throws SQLException {
    try (var connection = Jdbc.connect(address);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Without being in the database. */
  void atServer(String... statements) throws SQLException {
    try (var connection = Jdbc.connect(address.with(""));
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The databases that stand beside this one. */
  List<String> neighbours() throws SQLException {
    try (var connection = Jdbc.connect(address.with(""));
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW DATABASES LIKE '" + name() + "\\_%'")) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  /** All that is in every table, read another way than backups do. */
  Map<String, List<String>> content() throws SQLException {
    try (var connection = Jdbc.connect(address)) {
      var content = new TreeMap<String, List<String>>();
      for (var table : new Catalogue(connection).tables(name())) {
        content.put(table.name(), rows(connection, table));
      }
      return content;
    }
  }

  private static List<String> rows(Connection connection, Table table) throws SQLException {
    var bytes =
        table.columns().stream()
            .map(column -> "COALESCE(HEX(" + column.name() + "), 'NULL')")
            .collect(joining(", ", "CONCAT_WS(' ', ", ")"));
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT " + bytes + " FROM " + table.name())) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      found.sort(null);
      return found;
    }
  }

  @Override
  public void close() throws SQLException {
    atServer("DROP DATABASE " + name());
  }
}
