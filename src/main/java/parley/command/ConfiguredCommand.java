package parley.command;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Optional;
import parley.config.Config;
import parley.config.ConfigLoader;
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

  /** Loads the configuration from the defaults, the file and the environment. Blocks. */
  protected final Config config(Vertx vertx) {
    return new ConfigLoader(vertx)
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
