package parley.mail;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import parley.Sections;
import parley.TestStores;
import parley.config.Config;
import parley.config.ConfigLoader;
import parley.feature.Ground;
import parley.store.Database;
import parley.store.Migrations;
import parley.store.MysqlAddress;

/** An outbox and its senders, without a forum around them. */
final class Senders implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Config config;
  private final Database database;
  private final Outbox outbox;
  private final Mails mails;

  private Senders(MysqlAddress mysql, Map<String, String> settings, List<MailKind> kinds) {
    var loaded =
        new ConfigLoader(vertx, Sections.ALL).load(Path.of(""), Optional.empty(), settings).await();
    config = loaded.config();
    Migrations.run(mysql);
    database = new Database(vertx, mysql, 8, 5);
    outbox = new Outbox(vertx.eventBus(), Clock.systemUTC());
    var ground = new Ground(vertx, database, null, Clock.systemUTC(), metrics, loaded);
    mails = new Mails(ground, kinds, outbox, new byte[32]);
  }

  /** With an outbox that is empty. */
  static Senders withEmptyOutbox(Map<String, String> settings) {
    var senders = of(TestStores.ofSenders().mysql(), settings);
    senders.sql("DELETE FROM mail");
    return senders;
  }

  static Senders of(MysqlAddress mysql, Map<String, String> settings) {
    return new Senders(mysql, settings, List.of(Remarks.NOTICE));
  }

  /** The same with senders that know these kinds. */
  static Senders withEmptyOutbox(Map<String, String> settings, MailKind... kinds) {
    var senders = new Senders(TestStores.ofSenders().mysql(), settings, List.of(kinds));
    senders.sql("DELETE FROM mail");
    return senders;
  }

  /** Makes a member with a verified address; gives the id. */
  long verifiedMember(String email) {
    var name = email.replaceAll("@.*", "");
    sql(
        """
        INSERT INTO member (username, username_key, email, email_key, email_verified,
          password_hash, created_at)
        VALUES (?, ?, ?, ?, TRUE, '', UTC_TIMESTAMP())
        """,
        name,
        name,
        email,
        email);
    return sql("SELECT id FROM member WHERE email = ?", email).get(0).getLong("id");
  }

  /** Starts one more; gives its deployment. */
  String start() {
    return vertx.deployVerticle(mails.sender(config.mail())).await();
  }

  void stop(String deployment) {
    vertx.undeploy(deployment).await();
  }

  /** Queues so many mails, each to another address of the domain, in one transaction. */
  void queue(int count, String domain) {
    var news =
        IntStream.range(0, count)
            .mapToObj(
                number ->
                    new NewMail(
                        Remarks.NOTICE,
                        1,
                        "m" + number + "@" + domain,
                        new JsonObject().put("username", "Somebody")))
            .toList();
    database.transaction(tx -> outbox.add(tx, news)).await();
    outbox.wake();
  }

  void queue(NewMail mail) {
    database.transaction(tx -> outbox.add(tx, mail)).await();
    outbox.wake();
  }

  List<JsonObject> sql(String sql, Object... parameters) {
    var rows =
        database.client().preparedQuery(sql).execute(Tuple.wrap(List.of(parameters))).await();
    return StreamSupport.stream(rows.spliterator(), false).map(Row::toJson).toList();
  }

  /** How many mails are in the state. */
  long count(String state) {
    return sql("SELECT COUNT(*) AS mails FROM mail WHERE state = ?", state).get(0).getLong("mails");
  }

  Vertx vertx() {
    return vertx;
  }

  SimpleMeterRegistry metrics() {
    return metrics;
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
