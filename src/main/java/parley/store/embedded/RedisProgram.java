package parley.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import parley.store.StoreStartException;
import redis.embedded.core.ExecutableProvider;

/** Redis's server, from the artefact {@code embedded-redis}. */
final class RedisProgram {

  /** The beginning of the file name; version and processor follow. */
  static final String EXECUTABLE = "redis-server";

  private RedisProgram() {}

  /**
   * Returns the executable, and unpacks it if it is missing.
   *
   * @throws StoreStartException if there is no Redis for this machine, or in this Parley
   */
  static Path in(Path programs) throws IOException {
    var version = Artefact.version("com.github.codemonstur", "embedded-redis");
    if (version == null) {
      throw Artefact.leftOut("redis.url", "a Redis");
    }
    if (!Platform.isLinux("amd64", "aarch64")) {
      throw Platform.unsupported("Redis", "Redis");
    }
    var folder = ProgramFiles.ensure(programs, "redis-" + version, RedisProgram::unpack);
    try (var files = Files.list(folder)) {
      return files
          .findFirst()
          .orElseThrow(() -> new IOException(folder + " is empty: delete it and start again"));
    }
  }

  private static void unpack(Path folder) throws IOException {
    try {
      ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
