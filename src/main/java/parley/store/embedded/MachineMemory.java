package parley.store.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the embedded stores may take, by the memory of the machine or container. */
final class MachineMemory {

  /** As in bin/parley: below this the forum and its stores share 512 MB. */
  private static final long SMALL_BELOW = 1000L << 20;

  private MachineMemory() {}

  static boolean isSmall() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        && isSmall(system.getTotalMemorySize());
  }

  /**
   * @param bytes 0 where they are not known
   */
  static boolean isSmall(long bytes) {
    return bytes > 0 && bytes < SMALL_BELOW;
  }
}
