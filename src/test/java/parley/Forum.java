package parley;

import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import parley.access.AccessService;
import parley.bridge.Rules;
import parley.chat.ChatService;
import parley.config.Config;
import parley.config.ConfigLoader;
import parley.config.Settings;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.http.Contract;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.member.Role;
import parley.personal.PersonalData;
import parley.personal.PersonalService;
import parley.post.PostCounters;
import parley.store.Database;
import parley.store.MysqlAddress;
import parley.store.RedisStore;
import parley.topic.Topics;

/**
 * A real Parley for integration tests: on real embedded stores that all tests of the JVM share, on
 * a port of its own. Tests run side by side on it, so each makes its own members and topics and
 * asserts nothing about the whole.
 */
public final class Forum implements AutoCloseable {

  private static final String TASKS = "SELECT id FROM account_task WHERE LOWER(email) = LOWER(?)";

  private static final AtomicLong NUMBER = new AtomicLong();

  private static Forum shared;

  private final Vertx vertx;
  private final Settings settings;
  private final Server server;
  private final Database database;
  private final RedisStore redis;
  private final MemberService members;
  private final OpenAPIContract contract;

  private Forum(TestStores stores, Map<String, String> variables, Features.More more) {
    vertx = Vertx.vertx();
    var environment = environment(stores);
    environment.putAll(variables);
    settings =
        new ConfigLoader(vertx, Sections.ALL)
            .load(Path.of(""), Optional.empty(), environment)
            .await();
    server =
        Server.start(
            vertx,
            settings,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            webroot(),
            "test",
            more);
    database = new Database(vertx, server.stores().mysql(), 4, 5);
    redis = new RedisStore(vertx, server.stores().redisUri(), 2, 5);
    members = new MemberService(database, new MemberEvents(vertx.eventBus()));
    contract = Contract.load(vertx, more.contractParts()).await().parsed();
  }

  /** The settings of a Parley on these stores, be it here or in a process of its own. */
  static Map<String, String> environment(TestStores stores) {
    var environment = new HashMap<String, String>();
    environment.put("PARLEY_DATA", TestStores.temporary("forum").toString());
    environment.put("PARLEY_HTTP_PORT", "0");
    environment.put("PARLEY_HTTP_HOST", "127.0.0.1");
    environment.put("PARLEY_HTTP_INSTANCES", "1");
    environment.put("PARLEY_BRIDGE_PORT", "0");
    environment.put("PARLEY_MANAGEMENT_PORT", "0");
    environment.putAll(stores.settings());
    environment.put("PARLEY_LIMITS_ENABLED", "false");
    // mails stay in the outbox, where tests read them
    environment.put("PARLEY_ROLES", "http,chat");
    // strength is the unit tests' concern; here it would only cost time
    environment.put("PARLEY_PASSWORD_MEMORY_KIB", "64");
    environment.put("PARLEY_PASSWORD_ITERATIONS", "1");
    return environment;
  }

  /** The one that most tests use: with the default configuration but without limits. */
  public static synchronized Forum shared() {
    if (shared == null) {
      shared = new Forum(TestStores.shared(), Map.of(), Features.More.NONE);
      Runtime.getRuntime().addShutdownHook(new Thread(Forum::stopShared));
    }
    return shared;
  }

  /**
   * One of its own, on the same stores, with other settings, named as in the environment. Close it.
   */
  public static Forum with(Map<String, String> settings) {
    return new Forum(TestStores.shared(), settings, Features.More.NONE);
  }

  /**
   * One with features of the test's own, beside all others. Close it.
   *
   * @param contractParts the names of their parts of the contract
   */
  public static Forum extended(
      List<String> contractParts, Function<Ground, List<Feature>> features) {
    return new Forum(TestStores.shared(), Map.of(), new Features.More(contractParts, features));
  }

  /**
   * One that sends its mails, on stores apart from the others, whose mails it must not take. The
   * tests that use it hold the lock {@link TestStores#OUTBOX}. Close it.
   */
  public static Forum sending(Map<String, String> settings) {
    var all = new HashMap<>(Map.of("PARLEY_ROLES", "http,chat,mail"));
    all.putAll(settings);
    return new Forum(TestStores.ofSenders(), all, Features.More.NONE);
  }

  /**
   * One on stores apart from the others, for tests that cut its wires or stop it in the middle.
   * Close it.
   */
  public static Forum amongFaults(Map<String, String> settings) {
    return new Forum(TestStores.ofFaults(), settings, Features.More.NONE);
  }

  /** A name, or a part of an address, that no other test has. */
  public static String unique(String prefix) {
    return prefix + NUMBER.incrementAndGet() + "x" + ProcessHandle.current().pid();
  }

  /** Somebody who is not signed in. */
  public Client guest() {
    return new Client(this, null, null);
  }

  /** A new member, signed in with a bearer token. */
  public Client member() {
    return guest().register(unique("member"));
  }

  /** A new member with this role. */
  public Client member(Role role) {
    var client = member();
    sql("UPDATE member SET role = ? WHERE id = ?", role.word(), client.id());
    return client;
  }

  /** The ids of all operations of the contract. */
  public List<String> operations() {
    return contract.operations().stream().map(Operation::getOperationId).toList();
  }

  /** The ids of those that are no GET. */
  public List<String> operationsThatWrite() {
    return contract.operations().stream()
        .filter(operation -> operation.getHttpMethod() != HttpMethod.GET)
        .map(Operation::getOperationId)
        .toList();
  }

  /** What clients of the bridge may send to and listen to. */
  public Rules rules() {
    var rules = new Rules();
    server.features().parts().all(Rules.POINT).forEach(feature -> feature.accept(rules));
    return rules;
  }

  /** Who may do what; its changes hold for all forums on the same stores. */
  public AccessService access() {
    return server.features().access();
  }

  /** Asks the database itself, for what the interface does not show. */
  public List<JsonObject> sql(String sql, Object... parameters) {
    var rows =
        database.client().preparedQuery(sql).execute(Tuple.wrap(List.of(parameters))).await();
    return StreamSupport.stream(rows.spliterator(), false).map(Row::toJson).toList();
  }

  /**
   * The mails that wait for a recipient, oldest first: {@code kind}, {@code recipient}, {@code
   * data}. What is queued after an answer is waited for.
   */
  public List<JsonObject> mails(String recipient) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> sql(TASKS, recipient).isEmpty());
    return sql("SELECT kind, recipient, data FROM mail WHERE recipient = ? ORDER BY id", recipient)
        .stream()
        .map(mail -> mail.put("data", new JsonObject(mail.getString("data"))))
        .toList();
  }

  public Server server() {
    return server;
  }

  public Database database() {
    return database;
  }

  public MysqlAddress mysql() {
    return server.stores().mysql();
  }

  public String redisUri() {
    return server.stores().redisUri();
  }

  public MemberService members() {
    return members;
  }

  public PersonalService personal() {
    return server.features().personal();
  }

  public List<PersonalData> personalParts() {
    return server.features().parts().all(PersonalData.POINT);
  }

  public ChatService chat() {
    return server.features().chat();
  }

  /** Where the embedded mail server shows its mails. */
  public String mailPage() {
    return server.mailPage();
  }

  /** Runs a job now. */
  public void run(String job) {
    server.jobs().runNow(job).await();
  }

  /** Writes what was counted to the database now, not in a few seconds. */
  public void flush() {
    server.jobs().runNow(Topics.FLUSH_VIEWS).await();
  }

  /** Waits until what is written by now is in the counters of boards and members. */
  public void caughtUp() {
    caughtUp(PostCounters.NAME);
  }

  /** Waits until a reader of the journal has read everything that is written now. */
  public void caughtUp(String reader) {
    var newest = sql("SELECT COALESCE(MAX(id), 0) AS id FROM journal").get(0).getLong("id");
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> hasRead(reader, newest));
  }

  private boolean hasRead(String reader, long entry) {
    return sql("SELECT 1 FROM journal_cursor WHERE name = ? AND position < ?", reader, entry)
        .isEmpty();
  }

  public Vertx vertx() {
    return vertx;
  }

  public Config config() {
    return settings.config();
  }

  public Settings settings() {
    return settings;
  }

  public RedisStore redis() {
    return redis;
  }

  /** What the process holds for clients, in bytes. */
  public long heldBytes() {
    return server.features().intake().held().all();
  }

  public int port() {
    return server.port();
  }

  public int managementPort() {
    return server.managementPort();
  }

  /** Where the event-bus bridge listens itself. */
  public int bridgePort() {
    return server.bridgePort();
  }

  OpenAPIContract contract() {
    return contract;
  }

  @Override
  public void close() {
    database.close().await();
    redis.close();
    server.close();
    vertx.close().await();
  }

  private static void stopShared() {
    shared.close();
    TestStores.shared().close();
  }

  private static Path webroot() {
    return Path.of("src/test/resources/webroot");
  }
}
