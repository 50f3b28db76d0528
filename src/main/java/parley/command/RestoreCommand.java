package parley.command;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import parley.backup.BackupReader;
import parley.config.Config;
import parley.store.RedisStore;
import parley.store.StoreStartException;
import parley.store.Stores;
import parley.store.embedded.DataDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Replaces the forum's data with a backup. See docs/backup.md. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Restores a backup. If it refuses, nothing is changed. Stop the forum first.")
public final class RestoreCommand implements Callable<Integer> {

  @ParentCommand private ConfiguredCommand parley;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A file written by 'parley backup'.")
  @SuppressWarnings("NullAway.Init") // required: picocli sets it
  private Path file;

  @Option(
      names = "--replace",
      description = "Replaces a database that is not empty. Its data is lost.")
  private boolean replace;

  @Override
  public Integer call() {
    return DataCommands.run(
        parley,
        spec,
        (vertx, settings) -> {
          var config = settings.config();
          if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
          }
          if (isOthers(config.data()) || isHeld(config)) {
            return DataCommands.REFUSED;
          }
          var began = System.nanoTime();
          // also locks the data folder, so that no forum can start with it
          try (var stores = Stores.open(config)) {
            var commandLine = spec.commandLine();
            var reader =
                new BackupReader(
                    parley.data(settings, stores.mysql()), commandLine.getErr()::println);
            var restored =
                reader.restore(file, replace, () -> forgetSessions(vertx, config, stores));
            DataCommands.say(commandLine.getOut(), "Restored", restored, began);
            return DataCommands.DONE;
          }
        });
  }

  /** Files created by another account, such as root, would be unreadable for the forum. */
  private boolean isOthers(Path data) throws IOException {
    if (Files.notExists(data) || uid(data).equals(uid(Path.of("/proc/self")))) {
      return false;
    }
    var owner = Files.getOwner(data).getName();
    spec.commandLine()
        .getErr()
        .println(
            "parley: "
                + data
                + " belongs to the account "
                + owner
                + ": run restore as that account.");
    return true;
  }

  private static Object uid(Path file) throws IOException {
    return Files.getAttribute(file, "unix:uid");
  }

  private boolean isHeld(Config config) {
    try {
      DataDir.open(config.data()).close();
      return false;
    } catch (StoreStartException e) {
      spec.commandLine().getErr().println("parley: " + e.getMessage() + " Stop the forum first.");
      return true;
    }
  }

  /**
   * Clears Redis, because its data refers to ids that may soon belong to other members and topics.
   * Everybody must sign in again.
   */
  private static void forgetSessions(Vertx vertx, Config config, Stores stores) {
    var redis = new RedisStore(vertx, stores.redisUri(), 1, config.redis().waitSeconds());
    try {
      redis.connect().await();
      redis.clear().await();
    } finally {
      redis.close();
    }
  }
}
