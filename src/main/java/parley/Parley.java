package parley;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.backup.ForumFiles;
import parley.check.DataCheck;
import parley.cluster.ProcessCluster;
import parley.command.BackupCommand;
import parley.command.CheckCommand;
import parley.command.ConfiguredCommand;
import parley.command.HealthCommand;
import parley.command.MailCommand;
import parley.command.MigrateCommand;
import parley.command.ReindexCommand;
import parley.command.RestoreCommand;
import parley.command.RoleCommand;
import parley.config.ConfigException;
import parley.config.Section;
import parley.config.Settings;
import parley.config.Version;
import parley.management.LogOutput;
import parley.management.Telemetry;
import parley.session.SessionKey;
import parley.store.MysqlAddress;
import parley.store.StoreStartException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Without arguments it starts the forum. */
@Command(
    name = "parley",
    description =
        "A community forum with live private chat. Without a command it starts the forum.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    subcommands = {
      RoleCommand.class,
      MailCommand.class,
      HealthCommand.class,
      BackupCommand.class,
      CheckCommand.class,
      RestoreCommand.class,
      MigrateCommand.class,
      ReindexCommand.class
    })
public final class Parley extends ConfiguredCommand implements Callable<Integer> {

  private static final Logger log = LoggerFactory.getLogger(Parley.class);

  private static volatile boolean failed;

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Parley())
            .setExecutionExceptionHandler(Parley::explain)
            .execute(arguments));
  }

  @Override
  protected ForumFiles files(Settings settings) {
    return StoredFiles.of(settings);
  }

  @Override
  protected DataCheck check(Settings settings, MysqlAddress database) {
    return DataChecks.of(settings, database);
  }

  @Override
  protected List<Section<?>> sections() {
    return Sections.ALL;
  }

  @Override
  public Integer call() throws InterruptedException {
    var began = Instant.now();
    var metrics = Telemetry.registry();
    var started = new CompletableFuture<Running>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started), "stop"));
    try {
      var settings = settings();
      var config = settings.config();
      LogOutput.configure(config.logging());
      var running = start(settings, metrics);
      running.server().announce();
      log.info(
          "Parley is ready at {} (port {}) after {}",
          config.site().url(),
          running.server().port(),
          seconds(Duration.between(began, Instant.now())));
      started.complete(running);
    } catch (Exception e) { // also checked exceptions, which await() rethrows unchanged
      started.completeExceptionally(e);
      throw e;
    }
    new CountDownLatch(1).await(); // runs until a signal ends the process
    return 0;
  }

  private record Running(Vertx vertx, Server server) {
    void stop() {
      server.close();
      vertx.close().await();
    }
  }

  private static Running start(Settings settings, PrometheusMeterRegistry metrics) {
    var vertx = vertx(settings, metrics);
    try {
      var server =
          Server.start(
              vertx,
              settings,
              metrics,
              home().resolve("webroot"),
              Version.CURRENT,
              Features.More.NONE);
      return new Running(vertx, server);
    } catch (Exception e) { // also checked exceptions, which await() rethrows unchanged
      vertx.close().await();
      throw e;
    }
  }

  /**
   * Stops in order. A server that is still starting is stopped as soon as it has started. A
   * successful shutdown ends with status 0 and not with the signal's status, which supervisors
   * treat as a failure.
   */
  private static void stop(CompletableFuture<Running> started) {
    if (started.handle((running, failure) -> failure != null).join()) {
      return; // the main thread reports the failure
    }
    log.info("Stopping");
    var running = started.join();
    endAfter(running.server().stopsWithin());
    running.stop();
    log.info("Stopped");
    Runtime.getRuntime().halt(failed ? 1 : 0);
  }

  /**
   * A step of the stop that hangs, as on a disk that does not answer, must not keep the process.
   */
  private static void endAfter(Duration longest) {
    var watch =
        new Thread(
            () -> {
              try {
                TimeUnit.MILLISECONDS.sleep(longest.toMillis());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              log.error("The stop took longer than {}", seconds(longest));
              Runtime.getRuntime().halt(1);
            },
            "stop watch");
    watch.setDaemon(true);
    watch.start();
  }

  /** Ends the process in order, with a status that tells a supervisor to start it again. */
  static void fail() {
    failed = true;
    new Thread(() -> System.exit(1), "end").start(); // waits for the stop, which waits for others
  }

  /** The configuration decides how the forum's Vert.x is created, so a temporary one reads it. */
  private Settings settings() {
    var vertx = Vertx.vertx();
    try {
      return settings(vertx);
    } finally {
      vertx.close().await();
    }
  }

  private static Vertx vertx(Settings settings, PrometheusMeterRegistry metrics) {
    var cluster = settings.config().cluster();
    var options =
        new VertxOptions().setPreferNativeTransport(true).setMetricsOptions(Telemetry.vertx());
    var builder = Vertx.builder().with(options).withMetrics(new MicrometerMetricsFactory(metrics));
    return cluster.enabled()
        ? ProcessCluster.join(builder, options, cluster, SessionKey.of(settings)).await()
        : builder.build();
  }

  /** Errors that the host can fix are one line; all others are defects and print a stack trace. */
  private static int explain(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) {
    if (failure instanceof ConfigException || failure instanceof StoreStartException) {
      commandLine.getErr().println("parley: " + failure.getMessage());
    } else {
      failure.printStackTrace(commandLine.getErr());
    }
    return 1;
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
