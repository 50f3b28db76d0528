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
 * A MariaDB of Parley's own, in a process beside it, with its data in {@code mariadb/} of the data
 * directory and its output in {@code mariadb.log} there.
 *
 * <p>It listens on a free port of the loopback address and lets in one account, whose password is
 * made anew at each start; {@code mariadb.cnf}, readable by this user alone, holds both for the
 * {@code mariadb} and {@code mariadb-dump} clients.
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
   * Starts the server, first unpacking and installing it where that was not done yet, and returns
   * when it answers. A server that a killed Parley left behind is stopped before.
   *
   * @throws StoreStartException if it cannot; the message is one line and names the log
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
   * Where the server of a Parley that runs on this data directory is, for another program of the
   * same user.
   *
   * @return empty where none has ever run there
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

  /** Where it is, and this run's account. */
  public MysqlAddress address() {
    return settings.address();
  }

  /** Stops the server in order; returns when it is gone. */
  @Override
  public void close() {
    process.close();
  }
}
