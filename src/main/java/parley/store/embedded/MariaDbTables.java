package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;

/** Makes MariaDB's own system tables, once per data directory. */
final class MariaDbTables {

  /** The bootstrap reads one statement a line; root may come in over no network address. */
  private static final String PREAMBLE =
      """
      CREATE DATABASE mysql;
      USE mysql;
      SET @auth_root_socket='root';
      """;

  private MariaDbTables() {}

  /**
   * The directory of the tables in {@code home}, made where it is missing. It gets its name last,
   * so an installation that was killed is repeated.
   */
  static Path ensure(MariaDbProgram program, Path home, Path log) throws IOException {
    var tables = home.resolve("tables");
    if (Files.notExists(tables)) {
      var draft = home.resolve("tables.installing");
      Orphans.stop(draft, "mariadbd");
      PrivateFiles.deleteTree(draft);
      PrivateFiles.directory(draft);
      install(program, draft, log);
      Files.move(draft, tables, StandardCopyOption.ATOMIC_MOVE);
    }
    return tables;
  }

  private static void install(MariaDbProgram program, Path tables, Path log) throws IOException {
    var sql = new StringBuilder(PREAMBLE);
    for (var script : program.systemTables()) {
      sql.append(Files.readString(script)).append('\n');
    }
    var input = PrivateFiles.write(tables.resolveSibling("install.sql"), sql.toString());
    var command = new ArrayList<>(MariaDbCommand.of(program, tables, "--no-defaults"));
    command.add("--bootstrap");
    command.add("--innodb-log-file-size=" + MariaDbCommand.REDO_LOG);
    StoreProcess.start("MariaDB", command, tables, input, log).awaitDone();
    Files.delete(input);
  }
}
