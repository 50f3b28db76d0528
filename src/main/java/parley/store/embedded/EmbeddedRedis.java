package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.store.StoreStartException;

/**
 * The embedded Redis, in a separate process. Its append-only file is in {@code redis/} of the data
 * directory, its log in {@code redis.log} there. A crash of the machine loses at most the last
 * second; a killed process loses nothing.
 *
 * <p>It listens on a free loopback port and requires a password that is new at each start, because
 * other local users must not be able to create sessions.
 */
public final class EmbeddedRedis implements AutoCloseable {

  private static final String NAME = "Redis";
  private static final int PORTS_TO_TRY = 3;

  private final int port;
  private final String password;
  private final Path log;
  private final Supplier<StoreProcess> run;
  private final StoreProcess process;
  private @Nullable Supervisor supervisor;

  private EmbeddedRedis(int port, String password, Path log, Supplier<StoreProcess> run) {
    this.port = port;
    this.password = password;
    this.log = log;
    this.run = run;
    this.process = run.get();
  }

  /**
   * Starts the server and returns when it has loaded its data and answers. Unpacks it first if
   * necessary, and stops a server that a killed Parley left behind.
   *
   * @throws StoreStartException if it cannot be started; the message is one line and names the log
   */
  public static EmbeddedRedis start(DataDir data) {
    return start(data, LoopbackPort::free);
  }

  static EmbeddedRedis start(DataDir data, IntSupplier ports) {
    try {
      var program = RedisProgram.in(data.programs());
      var home = data.store("redis");
      Orphans.stop(home, RedisProgram.EXECUTABLE);
      for (var attempt = 1; ; attempt++) {
        var port = ports.getAsInt();
        var password = Secret.next();
        var log = home.resolve("redis.log");
        try {
          return new EmbeddedRedis(
              port, password, log, () -> run(program, home, port, password, log));
        } catch (StoreStartException e) {
          if (attempt == PORTS_TO_TRY || !LoopbackPort.isTaken(port)) {
            throw e;
          }
        }
      }
    } catch (IOException e) {
      throw new StoreStartException("The embedded Redis cannot be prepared: " + e, e);
    }
  }

  private static StoreProcess run(Path program, Path home, int port, String password, Path log) {
    try {
      PrivateFiles.write(home.resolve("redis.conf"), settings(port, password));
      var command = List.of(program.toString(), "redis.conf");
      var process = StoreProcess.start(NAME, command, home, null, log);
      process.awaitReady(() -> RedisPing.answers(port, password));
      return process;
    } catch (IOException e) {
      throw new StoreStartException("The embedded Redis cannot be prepared: " + e, e);
    }
  }

  /**
   * From now on it is started again, at the same address, when it ends by itself.
   *
   * @param fatal is told, in one line, when it ends again and again and is given up
   */
  public EmbeddedRedis supervised(Consumer<String> fatal) {
    return supervised(fatal, EmbeddedMariaDb.HEALTHY);
  }

  /** The same, where whatever runs so long has recovered from earlier deaths. */
  public synchronized EmbeddedRedis supervised(Consumer<String> fatal, Duration healthy) {
    supervisor = new Supervisor(NAME, process, log, run, healthy, fatal);
    return this;
  }

  /** The directory is the working directory, so that no path needs quoting. */
  private static String settings(int port, String password) {
    return """
        # Written at every start of Parley.
        bind 127.0.0.1
        port %d
        requirepass %s
        daemonize no
        dir .
        appendonly yes
        appendfsync everysec
        aof-load-truncated yes
        auto-aof-rewrite-min-size 16mb
        save ""
        # Should this be full, what expires soonest goes first: answers kept for a repetition, not
        # sessions, and nothing that does not expire. Without that, writes are refused.
        maxmemory %dmb
        maxmemory-policy volatile-ttl
        maxmemory-samples 10
        """
        .formatted(port, password, MachineMemory.isSmall() ? 48 : 96);
  }

  /**
   * Where the server of a Parley that runs on this data directory is, for another program of the
   * same user.
   *
   * @return empty where none has ever run there
   */
  public static Optional<String> of(Path dataDir) {
    var file = dataDir.resolve("redis/redis.conf");
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      var settings =
          Files.readAllLines(file).stream()
              .map(line -> line.split(" ", 2))
              .filter(setting -> setting.length == 2)
              .collect(Collectors.toMap(s -> s[0], s -> s[1], (first, second) -> second));
      return Optional.of(uri(settings.get("port"), settings.get("requirepass")));
    } catch (IOException e) {
      throw new StoreStartException(file + " cannot be read: " + e, e);
    }
  }

  private static String uri(@Nullable Object port, @Nullable String password) {
    return "redis://:" + password + "@" + LoopbackPort.HOST + ":" + port;
  }

  public String host() {
    return LoopbackPort.HOST;
  }

  public int port() {
    return port;
  }

  /** The address with the password: {@code redis://:password@host:port}. */
  public String uri() {
    return uri(port, password);
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
