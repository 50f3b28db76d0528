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

/** Puts a backup in the place of the forum's data. See docs/backup.md. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Restores a backup, or refuses and changes nothing. Stop the forum first.")
public final class RestoreCommand implements Callable<Integer> {

  @ParentCommand private ConfiguredCommand parley;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A file that 'parley backup' wrote.")
  private Path file;

  @Option(
      names = "--replace",
      description = "Also when the database is not empty: what is in it is gone then.")
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
          // holds the data folder too, so that no forum starts on it meanwhile
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

  /** The forum could not read what another account, such as root, put there. */
  private boolean isOthers(Path data) throws IOException {
    if (Files.notExists(data) || uid(data).equals(uid(Path.of("/proc/self")))) {
      return false;
    }
    var owner = Files.getOwner(data).getName();
    spec.commandLine()
        .getErr()
        .println("parley: " + data + " belongs to the account " + owner + ": restore as that one.");
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
   * What Redis has is of members and topics whose ids may soon be those of others. Who was signed
   * in signs in again.
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
