package parley.command;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.config.ConfigLoader;
import parley.config.Section;
import parley.config.Settings;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the command line. It loads the configuration for itself and its subcommands. */
public abstract class ConfiguredCommand {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "A YAML file whose keys override the defaults of conf/parley.yaml.")
  private Path configFile;

  /** The sections of the configuration that features have. */
  protected abstract List<Section<?>> sections();

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
