package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;

/** Creates MariaDB's system tables, once for each data directory. */
final class MariaDbTables {

  /** The bootstrap reads one statement from each line. root cannot connect over the network. */
  private static final String PREAMBLE =
      """
      CREATE DATABASE mysql;
      USE mysql;
      SET @auth_root_socket='root';
      """;

  private MariaDbTables() {}

  /**
   * Returns the directory of the tables in {@code home}, and creates it if it is missing. It is
   * renamed to its final name last, so an installation that was killed is repeated.
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
