package parley.http.intake;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import parley.config.Intake;

/**
 * How much this process can hold for clients; the default if the configuration says 0.
 *
 * @param connections in all
 * @param bytes in all
 */
record Capacity(int connections, long bytes) {

  /** The heap that a connection needs during a request, with a reserve. */
  private static final long BYTES_PER_CONNECTION = 32 * 1024;

  private static final int PART_OF_HEAP = 8;

  /**
   * Open files that are not client connections: libraries, connections to stores, pictures being
   * sent.
   */
  private static final long OTHER_FILES = 200;

  private static final long LEAST_CONNECTIONS = 100;

  static Capacity of(Intake config) {
    return of(config, Runtime.getRuntime().maxMemory(), openFiles());
  }

  static Capacity of(Intake config, long heap, long files) {
    var carried = Math.min(heap / BYTES_PER_CONNECTION, files - OTHER_FILES);
    return new Capacity(
        config.connections() == 0
            ? (int) Math.min(Integer.MAX_VALUE, Math.max(LEAST_CONNECTIONS, carried))
            : config.connections(),
        config.bytes() == 0 ? heap / PART_OF_HEAP : config.bytes());
  }

  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }
}
