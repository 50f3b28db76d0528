package parley.journal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import parley.Forum;
import parley.store.Database;
import parley.store.Jdbc;
import parley.store.MysqlAddress;
import parley.store.Schema;

/**
 * A journal in a database of its own, read by a reader that writes down what it has read, in the
 * order in which it did. Dropped when closed.
 */
final class JournalStand implements AutoCloseable {

  record Noted(long number) {}

  static final EntryType<Noted> NOTED = new EntryType<>("noted", Noted.class);

  static final String READER = "stand";

  static final JournalSettings SETTINGS =
      new JournalSettings(
          Duration.ofMillis(50),
          Duration.ofMillis(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3),
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          20,
          Duration.ofDays(7));

  final Vertx vertx = Vertx.vertx();
  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  final JournalLag lag = new JournalLag(metrics, Clock.systemUTC());

  /** An entry with this number cannot be read while it is set. */
  final AtomicReference<Long> poison = new AtomicReference<>();

  final MysqlAddress address;
  final Database database;

  JournalStand() throws SQLException {
    var shared = Forum.shared().mysql();
    address = shared.with(Forum.unique("parley_journal"));
    try (var connection = Jdbc.connect(shared.with(""));
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + address.database());
    }
    new Schema(address).migrate();
    sql("CREATE TABLE seen (seq BIGINT AUTO_INCREMENT PRIMARY KEY, id BIGINT, UNIQUE KEY u (id))");
    database = new Database(vertx, address, 4, 2);
  }

  /** The database of another stand, or process; not dropped. */
  static String startReading(Vertx vertx, Database database, JournalStand stand) {
    var poison = stand == null ? new AtomicReference<Long>() : stand.poison;
    var reader = Reader.of(READER, List.of(NOTED), (tx, entries) -> write(tx, entries, poison));
    var lag =
        stand == null ? new JournalLag(new SimpleMeterRegistry(), Clock.systemUTC()) : stand.lag;
    return vertx
        .deployVerticle(
            new JournalVerticle(database, List.of(reader), SETTINGS, lag, Clock.systemUTC()))
        .await();
  }

  private static Future<Void> write(
      SqlClient tx, List<Entry<?>> entries, AtomicReference<Long> poison) {
    var written = Future.<Void>succeededFuture();
    for (var entry : entries) {
      if (poison.get() != null && poison.get() == entry.as(NOTED).number()) {
        return written.compose(before -> Future.failedFuture("This entry is poison"));
      }
      written =
          written.compose(
              before ->
                  tx.preparedQuery("INSERT INTO seen (id) VALUES (?)")
                      .execute(Tuple.of(entry.id()))
                      .mapEmpty());
    }
    return written;
  }

  String startReading() {
    return startReading(vertx, database, this);
  }

  void stopReading(String deployment) {
    vertx.undeploy(deployment).await();
  }

  /** A transaction that writes an entry and stays open. */
  Connection open(long number) throws SQLException {
    var connection = Jdbc.connect(address);
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO journal (type, subject, data, created_at) VALUES ('noted', 1, '{\"number\":"
              + number
              + "}', UTC_TIMESTAMP(3))");
    }
    return connection;
  }

  static void commit(Connection connection) throws SQLException {
    connection.commit();
    connection.close();
  }

  static void rollBack(Connection connection) throws SQLException {
    connection.rollback();
    connection.close();
  }

  void write(long number) throws SQLException {
    commit(open(number));
  }

  /** The numbers in the order in which they were read. */
  List<Long> read() {
    return numbers(
        """
        SELECT JSON_VALUE(j.data, '$.number') AS n FROM seen s JOIN journal j ON j.id = s.id
        ORDER BY s.seq
        """);
  }

  List<Long> readIds() {
    return numbers("SELECT id AS n FROM seen ORDER BY seq");
  }

  List<Long> ids() {
    return numbers("SELECT id AS n FROM journal ORDER BY id");
  }

  List<Long> numbers(String sql) {
    try (var connection = Jdbc.connect(address);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var numbers = new ArrayList<Long>();
      while (rows.next()) {
        numbers.add(rows.getLong("n"));
      }
      return numbers;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void sql(String sql) throws SQLException {
    try (var connection = Jdbc.connect(address);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    vertx.close().await();
    sql("DROP DATABASE " + address.database());
  }
}
