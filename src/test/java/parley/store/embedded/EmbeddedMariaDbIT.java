package parley.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.store.StoreStartException;

class EmbeddedMariaDbIT {

  @TempDir(factory = TargetDir.class)
  Path temp;

  @Test
  void keepsWhatWasWrittenInEveryScriptAcrossARestart() throws Exception {
    try (var data = open("data")) {
      try (var store = EmbeddedMariaDb.start(data)) {
        run(store, "CREATE TABLE note (text VARCHAR(80))");
        run(store, "INSERT INTO note VALUES ('Zażółć 漢字 🦜')");
      }
      try (var store = EmbeddedMariaDb.start(data)) {
        assertThat(ask(store, "SELECT text FROM note")).isEqualTo("Zażółć 漢字 🦜");
      }
    }
  }

  @Test
  void aLongPathWithSpacesAndForeignLettersWorks() throws Exception {
    var name = "ein längerer Ordner, мой форум, 掲示板 ".repeat(3).strip();
    try (var data = open(name);
        var store = EmbeddedMariaDb.start(data)) {
      assertThat(data.path().toString().getBytes()).hasSizeGreaterThan(107);
      assertThat(ask(store, "SELECT @@collation_database")).startsWith("utf8mb4_");
    }
  }

  @Test
  void nobodyGetsInWithoutThePassword() throws Exception {
    try (var data = open("data");
        var store = EmbeddedMariaDb.start(data)) {
      for (var user : List.of("root", "", "mysql", store.address().user())) {
        assertThatThrownBy(() -> connect(store, user, ""))
            .as(user)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("Access denied");
      }
    }
  }

  @Test
  void theFileWithThePasswordIsReadableByItsOwnerAlone() throws Exception {
    try (var data = open("data");
        var store = EmbeddedMariaDb.start(data)) {
      var options = data.path().resolve("mariadb/mariadb.cnf");
      assertThat(Files.readString(options)).contains(store.address().password());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(options)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void theBundledDumpReadsItsAccountFromTheOptionFile() throws Exception {
    try (var data = open("data");
        var store = EmbeddedMariaDb.start(data)) {
      run(store, "CREATE TABLE kept (id INT)");
      var dump = MariaDbProgram.in(TargetDir.PROGRAMS).base() + "/bin/mariadb-dump";
      var options = "--defaults-file=" + data.path().resolve("mariadb/mariadb.cnf");
      var process = new ProcessBuilder(dump, options, store.address().database()).start();
      assertThat(new String(process.getInputStream().readAllBytes())).contains("TABLE `kept`");
      assertThat(process.waitFor()).isZero();
    }
  }

  @Test
  void aPortThatSomebodyTookMeanwhileIsReplacedByAnother() throws Exception {
    try (var data = open("data");
        var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var ports = List.of(taken.getLocalPort(), LoopbackPort.free()).iterator();
      try (var store = EmbeddedMariaDb.start(data, ports::next)) {
        assertThat(store.address().port()).isNotEqualTo(taken.getLocalPort());
        assertThat(ports).isExhausted();
      }
    }
  }

  @Test
  void anInstallationThatWasKilledIsRepeated() throws Exception {
    var half = Files.createDirectories(temp.resolve("data/mariadb/tables.installing/mysql"));
    Files.writeString(half.resolve("db.MAI"), "half written");
    try (var data = open("data");
        var store = EmbeddedMariaDb.start(data)) {
      assertThat(ask(store, "SELECT 1")).isEqualTo("1");
      assertThat(half).doesNotExist();
    }
  }

  @Test
  void damagedTablesAreOneClearFailureThatNamesTheLog() throws Exception {
    try (var data = open("data")) {
      EmbeddedMariaDb.start(data).close();
      Files.writeString(data.path().resolve("mariadb/tables/ibdata1"), "not a tablespace");
      var log = data.path().resolve("mariadb/mariadb.log");
      assertThatThrownBy(() -> EmbeddedMariaDb.start(data))
          .isInstanceOf(StoreStartException.class)
          .hasMessageMatching("The embedded MariaDB ended with status \\d+ while starting; .*")
          .hasMessageEndingWith("its log is " + log)
          .message()
          .hasLineCount(1);
      assertThat(Files.readString(log)).contains("[ERROR]");
    }
  }

  private DataDir open(String name) {
    return DataDir.open(temp.resolve(name), TargetDir.PROGRAMS);
  }

  private static Connection connect(EmbeddedMariaDb store, String user, String password)
      throws SQLException {
    var url =
        "jdbc:mariadb://"
            + store.address().host()
            + ":"
            + store.address().port()
            + "/"
            + store.address().database();
    return DriverManager.getConnection(url, user, password);
  }

  private static void run(EmbeddedMariaDb store, String sql) throws SQLException {
    try (var connection = connect(store, store.address().user(), store.address().password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedMariaDb store, String sql) throws SQLException {
    try (var connection = connect(store, store.address().user(), store.address().password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
