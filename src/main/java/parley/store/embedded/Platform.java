package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.store.StoreStartException;

/** Properties of this machine that the embedded stores depend on. */
final class Platform {

  private Platform() {}

  /** Whether this is Linux on one of these processors, with the names of {@code os.arch}. */
  static boolean isLinux(String... processors) {
    return System.getProperty("os.name").equals("Linux")
        && List.of(processors).contains(System.getProperty("os.arch"));
  }

  static StoreStartException unsupported(String store, String external) {
    return new StoreStartException(
        "No embedded %s is included for this system (%s, %s): configure an external %s."
            .formatted(
                store, System.getProperty("os.name"), System.getProperty("os.arch"), external));
  }

  /**
   * Whether this process runs as the superuser. It asks the kernel, because accounts may have any
   * name.
   */
  static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  /**
   * A prefix for a command, so that it runs in a separate session that Ctrl-C in the terminal does
   * not reach. Empty on the rare system without util-linux.
   */
  static List<String> ownSession() {
    for (var directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      var setsid = Path.of(directory, "setsid");
      if (Files.isExecutable(setsid)) {
        return List.of(setsid.toString());
      }
    }
    return List.of();
  }
}
