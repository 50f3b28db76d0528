package parley;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.backup.ForumData;
import parley.backup.MigrationBackup;
import parley.backup.MigrationSettings;
import parley.chat.ChatBridgeVerticle;
import parley.config.Config;
import parley.config.Config.Role;
import parley.config.Settings;
import parley.feature.Ground;
import parley.feature.Service;
import parley.http.Contract;
import parley.http.HttpVerticle;
import parley.http.Pages;
import parley.job.Job;
import parley.job.Jobs;
import parley.mail.MailServer;
import parley.management.Health;
import parley.management.LoopLag;
import parley.management.ManagementServer;
import parley.management.ProcessMeters;
import parley.management.RoomSettings;
import parley.management.RoomWatch;
import parley.management.StoreProbe;
import parley.session.SessionKey;
import parley.store.Database;
import parley.store.Migrations;
import parley.store.MysqlLimits;
import parley.store.RedisStore;
import parley.store.Stores;

/**
 * A running Parley: the stores, the features on them, and the verticles that serve them. Starting
 * and closing block, and are for a main thread, not for an event loop. What was opened last is
 * closed first.
 */
final class Server implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Server.class);

  /** For the work in the background to end, and the embedded stores to write what they hold. */
  private static final Duration CLOSING = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final Settings settings;
  private final Config config;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Set<Role> running = new ConcurrentSkipListSet<>();

  // open() sets these before anyone else has the server
  @SuppressWarnings("NullAway.Init")
  private Stores stores;

  @SuppressWarnings("NullAway.Init")
  private Features features;

  @SuppressWarnings("NullAway.Init")
  private Jobs jobs;

  @SuppressWarnings("NullAway.Init")
  private ManagementServer management;

  @SuppressWarnings("NullAway.Init")
  private MailServer mailServer;

  private @Nullable ChatBridgeVerticle bridge;
  private @Nullable HttpVerticle http;

  private Server(Vertx vertx, Settings settings) {
    this.vertx = vertx;
    this.settings = settings;
    this.config = settings.config();
  }

  /**
   * Starts everything the configuration asks for; returns when it is ready to serve.
   *
   * @throws parley.store.StoreStartException when a store cannot be had
   * @throws parley.config.ConfigException when a key cannot be used, such as a port that is taken
   */
  static Server start(
      Vertx vertx,
      Settings settings,
      PrometheusMeterRegistry metrics,
      Path webroot,
      String version,
      Features.More more) {
    var server = new Server(vertx, settings);
    try {
      server.open(metrics, webroot, version, more);
      return server;
    } catch (Exception e) { // also a checked one, which await() throws as it is
      server.close();
      throw e;
    }
  }

  private void open(
      PrometheusMeterRegistry metrics, Path webroot, String version, Features.More more) {
    var contract = Contract.load(vertx, more.contractParts()); // while the stores start
    opened(() -> contract.otherwiseEmpty().await()); // Vert.x must not be closed under it
    stores = opened(Stores.open(config, Server::end));
    migrate(version);
    var database =
        new Database(
            vertx,
            stores.mysql(),
            MysqlLimits.of(config.mysql()),
            config.logging().slowQueryMs(),
            metrics);
    opened(() -> database.close().await());
    var redis = new RedisStore(vertx, stores.redisUri(), config.redis(), metrics);
    opened(redis::close);
    redis.connect().await();
    opened(database.watch());
    opened(redis.watch());

    var health = Health.checks(vertx, database, redis, config.roles(), running, metrics);
    management = new ManagementServer(vertx, health, metrics);
    management.listen(config.management()).await();
    opened(() -> management.close().await());
    ProcessMeters.bind(metrics, config.data(), version);
    opened(new LoopLag(vertx, metrics));
    opened(new StoreProbe(vertx, database, redis, metrics));
    var room =
        opened(
            new RoomWatch(
                vertx,
                config.data(),
                settings.section(RoomSettings.SECTION),
                full -> database.refuseAdding(full && config.mysql().embedded())));
    health.register("room", promise -> promise.complete(room.health()));

    var clock = Clock.tickMillis(Clock.systemUTC().getZone());
    var ground = new Ground(vertx, database, redis, clock, metrics, settings);
    features = new Features(ground, SessionKey.of(settings), version, more);
    opened(features.signals()).start().await();
    features.access().start().await();
    health.register("journal", promise -> promise.complete(features.journal().health()));
    var parts = features.parts();
    Health.add(health, parts.all(Health.CHECKS));
    jobs = opened(new Jobs(vertx, redis, parts.all(Job.POINT)));

    mailServer = opened(new MailServer(vertx, config));
    deploy(Role.MAIL, new DeploymentOptions(), () -> features.mails().sender(mailServer.smtp()));
    for (var service : parts.all(Service.POINT)) {
      if (service.role().isEmpty() || config.roles().contains(service.role().get())) {
        opened(service.start().get());
      }
    }
    deploy(
        Role.CHAT,
        new DeploymentOptions(),
        () -> {
          var listener =
              new ChatBridgeVerticle(config.bridge(), features::bridge, features.intake());
          bridge = listener;
          return listener;
        });
    if (config.roles().contains(Role.HTTP)) {
      parts.add(Pages.POINT, mailServer::addPages);
      var address = SocketAddress.inetSocketAddress(bridgePort(), config.bridge().host());
      var setup = new HttpSetup(ground, features);
      var router = setup.router(contract.await(), webroot, address);
      deploy(
          Role.HTTP,
          new DeploymentOptions().setInstances(setup.instances()),
          () -> {
            var listener =
                new HttpVerticle(
                    config.http(),
                    config.bridge(),
                    setup.bridgeEnd(address),
                    router,
                    features.intake());
            http = listener;
            return listener;
          });
    }
  }

  /** Without its stores the forum is nothing; a supervisor may start it again. */
  private static void end(String reason) {
    log.error("{}", reason);
    Parley.fail();
  }

  private void migrate(String version) {
    var forum = new ForumData(stores.mysql(), StoredFiles.of(settings));
    var backup =
        MigrationBackup.of(
            settings.section(MigrationSettings.SECTION), config.data(), forum, version, log::info);
    Migrations.run(stores.mysql(), state -> backup.ifPresent(before -> before.makeIfNeeded(state)));
    backup.ifPresent(MigrationBackup::migrated);
  }

  private void deploy(Role role, DeploymentOptions options, Supplier<Deployable> verticle) {
    if (config.roles().contains(role)) {
      var id = vertx.deployVerticle(verticle, options).await();
      running.add(role);
      opened(
          () -> {
            running.remove(role);
            vertx.undeploy(id).await();
          });
    }
  }

  private <T extends AutoCloseable> T opened(T thing) {
    open.push(thing);
    return thing;
  }

  /** Is not ready from now on, and serves on for a while, so that a balancer can turn away. */
  private void drain() {
    var serves = running.contains(Role.HTTP);
    running.clear();
    if (serves) {
      features.intake().drain();
      try {
        TimeUnit.SECONDS.sleep(config.http().drainSeconds());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // who stops is in a hurry
      }
    }
  }

  /** How long a stop takes at most; what takes longer hangs. */
  Duration stopsWithin() {
    return Duration.ofSeconds((long) config.http().drainSeconds() + config.http().stopSeconds())
        .plus(CLOSING);
  }

  /** Says what the person who hosts should know of a server that is ready. */
  void announce() {
    mailServer.announce();
  }

  /** Where the mails of the embedded server are shown; 404 where there is none. */
  String mailPage() {
    return mailServer.mailPage();
  }

  /** The public port in use; 0 where the public listener is not among the roles. */
  int port() {
    return http == null ? 0 : http.port();
  }

  /** The port of the event-bus bridge, in this or another process. */
  int bridgePort() {
    return bridge == null ? config.bridge().port() : bridge.port();
  }

  int managementPort() {
    return management.port();
  }

  Stores stores() {
    return stores;
  }

  Features features() {
    return features;
  }

  Jobs jobs() {
    return jobs;
  }

  /** Runs each step, even if the previous one failed. */
  @Override
  public void close() {
    drain();
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        log.warn("One step of stopping failed", e);
      }
    }
  }
}
