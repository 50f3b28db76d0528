package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Store processes that outlived their Parley, because it was killed.
 *
 * <p>A process counts as one when the kernel says that it runs the store's program and works in the
 * store's own directory, where every store is started and stays. That needs no pid file, which may
 * be missing, stale or name a stranger by now. Call only while holding the {@link DataDir}.
 */
final class Orphans {

  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
  private static final Path PROC = Path.of("/proc");

  private Orphans() {}

  /**
   * Stops, in order, whatever runs {@code program} in {@code directory}; returns when it is gone.
   *
   * @param program how the executable's file name begins
   */
  static void stop(Path directory, String program) {
    ProcessHandle.allProcesses()
        .filter(process -> isOrphan(process, directory, program))
        .forEach(
            process -> {
              LOG.warn(
                  "Stopping {} ({}), left by a Parley that was killed", program, process.pid());
              OrderlyStop.of(process, () -> isOrphan(process, directory, program));
            });
  }

  /** Not so once it has ended: the kernel shows neither link then, even of a zombie. */
  private static boolean isOrphan(ProcessHandle process, Path directory, String program) {
    return runs(process, program) && directory.equals(link(process, "cwd"));
  }

  /** The kernel appends " (deleted)" once the file is gone, as after an upgrade. */
  private static boolean runs(ProcessHandle process, String program) {
    var executable = link(process, "exe");
    return executable != null && executable.getFileName().toString().startsWith(program);
  }

  /** Null for processes that ended meanwhile, are the kernel's or another user's. */
  private static Path link(ProcessHandle process, String name) {
    try {
      return Files.readSymbolicLink(PROC.resolve(process.pid() + "/" + name));
    } catch (IOException | SecurityException e) {
      return null;
    }
  }
}
