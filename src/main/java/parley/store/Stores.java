package parley.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Config;
import parley.store.embedded.DataDir;
import parley.store.embedded.EmbeddedMariaDb;
import parley.store.embedded.EmbeddedRedis;

/**
 * The addresses of the stores: the configured ones, or embedded ones that this class starts, and
 * stops when it is closed. Blocks.
 */
public final class Stores implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Stores.class);

  private final MysqlAddress mysql;
  private final String redisUri;
  private final Deque<AutoCloseable> open;

  private Stores(MysqlAddress mysql, String redisUri, Deque<AutoCloseable> open) {
    this.mysql = mysql;
    this.redisUri = redisUri;
    this.open = open;
  }

  /** For a command: embedded stores are started again, and nobody is told if that is in vain. */
  public static Stores open(Config config) {
    return open(config, log::error);
  }

  /**
   * Locks the data directory and starts the stores that are not configured as external. The
   * processes of a cluster start no stores and share the directory.
   *
   * @param fatal is told, in one line, when an embedded store ends again and again
   * @throws StoreStartException if a store cannot be started, or another Parley holds the directory
   */
  public static Stores open(Config config, Consumer<String> fatal) {
    if (config.cluster().enabled()) {
      return new Stores(configured(config.mysql()), config.redis().url(), new ArrayDeque<>());
    }
    var open = new ArrayDeque<AutoCloseable>();
    try {
      var data = DataDir.open(config.data());
      open.push(data);
      var redis = CompletableFuture.supplyAsync(() -> redis(config, data, open, fatal));
      var mysql = mysql(config, data, open, fatal);
      return new Stores(mysql, redis.join(), open);
    } catch (CompletionException e) {
      close(open);
      throw e.getCause() instanceof StoreStartException refusal ? refusal : e;
    } catch (RuntimeException e) {
      close(open);
      throw e;
    }
  }

  /**
   * For a command that needs only the database: returns the address of the running forum's
   * database, or starts the database if no forum runs. {@link #redisUri()} is empty where no forum
   * runs that could be told of a change.
   */
  public static Stores reach(Config config) {
    if (!config.mysql().embedded()) {
      return new Stores(configured(config.mysql()), runningRedis(config), new ArrayDeque<>());
    }
    DataDir data;
    try {
      data = DataDir.open(config.data());
    } catch (StoreStartException inUse) {
      return EmbeddedMariaDb.of(config.data())
          .map(address -> new Stores(address, runningRedis(config), new ArrayDeque<>()))
          .orElseThrow(() -> inUse);
    }
    var open = new ArrayDeque<AutoCloseable>(List.of(data));
    try {
      return new Stores(mysql(config, data, open, log::error), "", open);
    } catch (RuntimeException e) {
      close(open);
      throw e;
    }
  }

  private static String runningRedis(Config config) {
    return config.redis().embedded()
        ? EmbeddedRedis.of(config.data()).orElse("")
        : config.redis().url();
  }

  private static MysqlAddress configured(Config.Mysql mysql) {
    return new MysqlAddress(
        mysql.host(), mysql.port(), mysql.database(), mysql.user(), mysql.password());
  }

  private static MysqlAddress mysql(
      Config config, DataDir data, Deque<AutoCloseable> open, Consumer<String> fatal) {
    if (!config.mysql().embedded()) {
      return configured(config.mysql());
    }
    var embedded = EmbeddedMariaDb.start(data).supervised(fatal);
    push(open, embedded);
    return embedded.address();
  }

  private static String redis(
      Config config, DataDir data, Deque<AutoCloseable> open, Consumer<String> fatal) {
    if (!config.redis().embedded()) {
      return config.redis().url();
    }
    var embedded = EmbeddedRedis.start(data).supervised(fatal);
    push(open, embedded);
    return embedded.uri();
  }

  private static void push(Deque<AutoCloseable> open, AutoCloseable store) {
    synchronized (open) {
      open.push(store);
    }
  }

  public MysqlAddress mysql() {
    return mysql;
  }

  public String redisUri() {
    return redisUri;
  }

  @Override
  public void close() {
    close(open);
  }

  /** Closes the last opened first. If one fails to close, the others are still closed. */
  private static void close(Deque<AutoCloseable> open) {
    RuntimeException failure = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        failure = new StoreStartException("A store cannot be stopped: " + e.getMessage(), e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
