package parley.store.embedded;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;
import parley.store.StoreStartException;

/**
 * A process that holds a data directory with both stores, for tests that kill it. It writes one row
 * and one key, prints {@code ready} and waits.
 */
final class SmallParley {

  private SmallParley() {}

  public static void main(String[] args) throws Exception {
    try {
      var data = DataDir.open(Path.of(args[0]), Path.of(args[1]));
      var database = EmbeddedMariaDb.start(data);
      var redis = EmbeddedRedis.start(data);
      write(database);
      try (var talk = RedisTalk.to(redis.uri())) {
        talk.ask("SET session:1 member:7");
      }
      System.out.println("ready");
      new CountDownLatch(1).await();
    } catch (StoreStartException e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void write(EmbeddedMariaDb store) throws Exception {
    var url =
        "jdbc:mariadb://"
            + store.address().host()
            + ":"
            + store.address().port()
            + "/"
            + store.address().database();
    try (var connection =
            DriverManager.getConnection(url, store.address().user(), store.address().password());
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS topic (title VARCHAR(80))");
      statement.execute("INSERT INTO topic VALUES ('acknowledged')");
    }
  }
}
