package parley.command;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.backup.ForumData;
import parley.backup.ForumFiles;
import parley.check.DataCheck;
import parley.config.ConfigLoader;
import parley.config.Section;
import parley.config.Settings;
import parley.store.MysqlAddress;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the command line. It loads the configuration for itself and its subcommands. */
public abstract class ConfiguredCommand {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "A YAML file whose keys override the defaults of conf/parley.yaml.")
  private @Nullable Path configFile;

  /** The sections of the configuration that features declare. */
  protected abstract List<Section<?>> sections();

  /** What features store in files. */
  protected abstract ForumFiles files(Settings settings);

  /** Compares what features keep in the database at this address. */
  protected abstract DataCheck check(Settings settings, MysqlAddress database);

  /** All data of the forum, with the database at this address. */
  final ForumData data(Settings settings, MysqlAddress database) {
    return new ForumData(database, files(settings));
  }

  /** Loads the configuration from the defaults, the file and the environment. Blocks. */
  protected final Settings settings(Vertx vertx) {
    return new ConfigLoader(vertx, sections())
        .load(home(), Optional.ofNullable(configFile), System.getenv())
        .await();
  }

  /**
   * The folder with conf/ and webroot/, as set by {@code bin/parley}; otherwise the working folder.
   */
  protected static Path home() {
    return Path.of(System.getProperty("parley.home", "."));
  }
}
