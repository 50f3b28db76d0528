package parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import parley.store.MysqlAddress;
import parley.store.embedded.DataDir;
import parley.store.embedded.EmbeddedMariaDb;
import parley.store.embedded.EmbeddedRedis;

/** A real MariaDB and Redis for the tests of this JVM, started when first asked for. */
public final class TestStores implements AutoCloseable {

  /** Only one test at a time may send mails: there is one outbox, and a sender empties it. */
  public static final String OUTBOX = "the outbox of those that send";

  private static final Path PROGRAMS = Path.of("target/embedded-program");

  private static TestStores shared;
  private static TestStores ofSenders;
  private static TestStores ofFaults;

  private final DataDir data;
  private final EmbeddedMariaDb mariaDb;
  private final EmbeddedRedis redis;

  private TestStores(Path folder) {
    data = DataDir.open(folder, PROGRAMS.toAbsolutePath());
    mariaDb = EmbeddedMariaDb.start(data);
    redis = EmbeddedRedis.start(data);
  }

  static synchronized TestStores shared() {
    if (shared == null) {
      shared = new TestStores(temporary("stores"));
    }
    return shared;
  }

  /** Ones of a program's own, which are started again whenever they are killed. Close them. */
  public static TestStores supervised(String name) {
    return supervised(temporary(name));
  }

  /** The same, in this folder. */
  public static TestStores supervised(Path folder) {
    var stores = new TestStores(folder);
    Consumer<String> fatal = System.err::println;
    stores.mariaDb.supervised(fatal, Duration.ZERO);
    stores.redis.supervised(fatal, Duration.ZERO);
    return stores;
  }

  /** The process that runs this program now; waits until there is one. */
  public ProcessHandle process(String program) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> running(program), Optional::isPresent)
        .orElseThrow();
  }

  /** Each works in a folder of its own. */
  private Optional<ProcessHandle> running(String program) {
    return ProcessHandle.current()
        .descendants()
        .filter(child -> child.info().command().orElse("").contains(program))
        .filter(child -> folder(child).startsWith(data.path()))
        .findFirst();
  }

  private static Path folder(ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"));
    } catch (IOException ended) {
      return Path.of("");
    }
  }

  /** Those of the tests that send mails, for which they hold the lock {@link #OUTBOX}. */
  public static synchronized TestStores ofSenders() {
    if (ofSenders == null) {
      ofSenders = new TestStores(temporary("senders"));
      Runtime.getRuntime().addShutdownHook(new Thread(ofSenders::close));
    }
    return ofSenders;
  }

  /**
   * Those of the tests whose forums are cut off from them or hear nothing: what such a forum leaves
   * open holds back the readers of the journal and the writers of every other forum there.
   */
  static synchronized TestStores ofFaults() {
    if (ofFaults == null) {
      ofFaults = new TestStores("faulty");
      Runtime.getRuntime().addShutdownHook(new Thread(ofFaults::close));
    }
    return ofFaults;
  }

  public MysqlAddress mysql() {
    return mariaDb.address();
  }

  /** Where they are, as the environment says it. */
  public Map<String, String> settings() {
    return Map.of(
        "PARLEY_MYSQL_HOST", mariaDb.address().host(),
        "PARLEY_MYSQL_PORT", Integer.toString(mariaDb.address().port()),
        "PARLEY_MYSQL_USER", mariaDb.address().user(),
        "PARLEY_MYSQL_PASSWORD", mariaDb.address().password(),
        "PARLEY_REDIS_URL", redis.uri());
  }

  @Override
  public void close() {
    redis.close();
    mariaDb.close();
    data.close();
  }

  static Path temporary(String name) {
    try {
      var parent = Files.createDirectories(Path.of("target/it"));
      return Files.createTempDirectory(parent, name).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
