package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Store processes that still run because their Parley was killed.
 *
 * <p>A process is recognised by its program and its working directory, as the kernel reports them:
 * every store runs in its own directory. This needs no pid file, which may be missing, stale or
 * name another process. Call only while holding the {@link DataDir}.
 */
final class Orphans {

  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
  private static final Path PROC = Path.of("/proc");

  private Orphans() {}

  /**
   * Shuts down all processes that run {@code program} in {@code directory}, and returns when they
   * have ended.
   *
   * @param program the beginning of the executable's file name
   */
  static void stop(Path directory, String program) {
    ProcessHandle.allProcesses()
        .filter(process -> isOrphan(process, directory, program))
        .forEach(
            process -> {
              LOG.warn("Stopping {} ({}), left behind by a killed Parley", program, process.pid());
              OrderlyStop.of(process, () -> isOrphan(process, directory, program));
            });
  }

  /** False for a process that has ended: the kernel then shows neither link, even for a zombie. */
  private static boolean isOrphan(ProcessHandle process, Path directory, String program) {
    return runs(process, program) && directory.equals(link(process, "cwd"));
  }

  /** The kernel appends " (deleted)" if the file was deleted, for example after an upgrade. */
  private static boolean runs(ProcessHandle process, String program) {
    var executable = link(process, "exe");
    return executable != null && executable.getFileName().toString().startsWith(program);
  }

  /** Null for processes that have ended, kernel threads, and processes of other users. */
  private static @Nullable Path link(ProcessHandle process, String name) {
    try {
      return Files.readSymbolicLink(PROC.resolve(process.pid() + "/" + name));
    } catch (IOException | SecurityException e) {
      return null;
    }
  }
}
