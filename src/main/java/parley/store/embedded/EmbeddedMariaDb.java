package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.IntSupplier;
import parley.store.MysqlAddress;
import parley.store.StoreStartException;

/**
 * The embedded MariaDB, in a separate process. Its data is in {@code mariadb/} of the data
 * directory, its log in {@code mariadb.log} there.
 *
 * <p>It listens on a free loopback port and has one account, whose password is new at each start.
 * {@code mariadb.cnf}, readable only by this user, contains both for the clients {@code mariadb}
 * and {@code mariadb-dump}.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

  private static final String NAME = "MariaDB";
  private static final String OPTION_FILE = "mariadb.cnf";
  private static final String DATABASE = "parley";
  private static final int PORTS_TO_TRY = 3;

  private final MariaDbSettings settings;
  private final StoreProcess process;

  private EmbeddedMariaDb(MariaDbSettings settings, StoreProcess process) {
    this.settings = settings;
    this.process = process;
  }

  /**
   * Starts the server and returns when it answers. Unpacks and installs it first if necessary, and
   * stops a server that a killed Parley left behind.
   *
   * @throws StoreStartException if it cannot be started; the message is one line and names the log
   */
  public static EmbeddedMariaDb start(DataDir data) {
    return start(data, LoopbackPort::free);
  }

  static EmbeddedMariaDb start(DataDir data, IntSupplier ports) {
    try {
      var program = MariaDbProgram.in(data.programs());
      var home = data.store("mariadb");
      var log = home.resolve("mariadb.log");
      Orphans.stop(home.resolve("tables"), "mariadbd");
      var tables = MariaDbTables.ensure(program, home, log);
      for (var attempt = 1; ; attempt++) {
        var settings = new MariaDbSettings(ports.getAsInt(), DATABASE, "parley", Secret.next());
        try {
          return run(program, tables, log, settings);
        } catch (StoreStartException e) {
          if (attempt == PORTS_TO_TRY || !LoopbackPort.isTaken(settings.port())) {
            throw e;
          }
        }
      }
    } catch (IOException e) {
      throw new StoreStartException("The embedded MariaDB cannot be prepared: " + e, e);
    }
  }

  private static EmbeddedMariaDb run(
      MariaDbProgram program, Path tables, Path log, MariaDbSettings settings) throws IOException {
    var options = PrivateFiles.write(tables.resolveSibling(OPTION_FILE), settings.optionFile());
    var init = PrivateFiles.write(tables.resolveSibling("init.sql"), settings.initFile());
    var command = new ArrayList<>(MariaDbCommand.of(program, tables, "--defaults-file=" + options));
    command.add("--init-file=" + init);
    var process = StoreProcess.start(NAME, command, tables, null, log);
    process.awaitReady(() -> answers(settings));
    return new EmbeddedMariaDb(settings, process);
  }

  private static boolean answers(MariaDbSettings settings) {
    var url = settings.jdbcUrl() + "?connectTimeout=2000";
    try (var connection = DriverManager.getConnection(url, settings.user(), settings.password())) {
      return !connection.isClosed();
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * The address of the server of a running Parley with this data directory, for another program of
   * the same user.
   *
   * @return empty if no server has run there
   */
  public static Optional<MysqlAddress> of(Path dataDir) {
    var options = dataDir.resolve("mariadb/" + OPTION_FILE);
    if (!Files.isReadable(options)) {
      return Optional.empty();
    }
    try (var reader = Files.newBufferedReader(options)) {
      return Optional.of(MariaDbSettings.of(reader, DATABASE).address());
    } catch (IOException e) {
      throw new StoreStartException(options + " cannot be read: " + e, e);
    }
  }

  /** The server's address, and the account for this run. */
  public MysqlAddress address() {
    return settings.address();
  }

  /** Shuts the server down and returns when it has ended. */
  @Override
  public void close() {
    process.close();
  }
}
