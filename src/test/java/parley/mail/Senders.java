package parley.mail;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
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
import parley.TestStores;
import parley.config.Config;
import parley.config.ConfigLoader;
import parley.member.MemberEvents;
import parley.member.MemberService;
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

  private Senders(MysqlAddress mysql, Map<String, String> settings) {
    config = new ConfigLoader(vertx).load(Path.of(""), Optional.empty(), settings).await();
    Migrations.run(mysql);
    database = new Database(vertx, mysql, 8, 5);
    outbox = new Outbox(vertx.eventBus(), Clock.systemUTC());
    var members = new MemberService(database, new MemberEvents(vertx.eventBus()));
    mails =
        new Mails(
            config,
            database,
            members,
            outbox,
            (memberId, data) -> Future.succeededFuture(Optional.empty()),
            new byte[32],
            metrics,
            Clock.systemUTC());
  }

  /** With an outbox that is empty. */
  static Senders withEmptyOutbox(Map<String, String> settings) {
    var senders = of(TestStores.ofSenders().mysql(), settings);
    senders.sql("DELETE FROM mail");
    return senders;
  }

  static Senders of(MysqlAddress mysql, Map<String, String> settings) {
    return new Senders(mysql, settings);
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
                        MailKind.PASSWORD_CHANGED,
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
