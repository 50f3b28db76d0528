package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

  /** A server that has run so long does not die at its start. */
  static final Duration HEALTHY = Duration.ofMinutes(1);

  private final MariaDbSettings settings;
  private final Path log;
  private final Supplier<StoreProcess> run;
  private final StoreProcess process;
  private @Nullable Supervisor supervisor;

  private EmbeddedMariaDb(MariaDbSettings settings, Path log, Supplier<StoreProcess> run) {
    this.settings = settings;
    this.log = log;
    this.run = run;
    this.process = run.get();
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
          return new EmbeddedMariaDb(settings, log, () -> run(program, tables, log, settings));
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

  private static StoreProcess run(
      MariaDbProgram program, Path tables, Path log, MariaDbSettings settings) {
    try {
      var options = PrivateFiles.write(tables.resolveSibling(OPTION_FILE), settings.optionFile());
      var init = PrivateFiles.write(tables.resolveSibling("init.sql"), settings.initFile());
      var command =
          new ArrayList<>(MariaDbCommand.of(program, tables, "--defaults-file=" + options));
      command.add("--init-file=" + init);
      var process = StoreProcess.start(NAME, command, tables, null, log);
      process.awaitReady(() -> answers(settings));
      return process;
    } catch (IOException e) {
      throw new StoreStartException("The embedded MariaDB cannot be prepared: " + e, e);
    }
  }

  /**
   * From now on it is started again, at the same address, when it ends by itself.
   *
   * @param fatal is told, in one line, when it ends again and again and is given up
   */
  public EmbeddedMariaDb supervised(Consumer<String> fatal) {
    return supervised(fatal, HEALTHY);
  }

  /** The same, where whatever runs so long has recovered from earlier deaths. */
  public synchronized EmbeddedMariaDb supervised(Consumer<String> fatal, Duration healthy) {
    supervisor = new Supervisor(NAME, process, log, run, healthy, fatal);
    return this;
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
  public synchronized void close() {
    if (supervisor == null) {
      process.close();
    } else {
      supervisor.close();
    }
  }
}
