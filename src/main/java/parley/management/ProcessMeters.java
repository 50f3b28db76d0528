package parley.management;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Metrics of the process and its disk, in addition to the JVM metrics. */
public final class ProcessMeters {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final int KIBIBYTE = 1024;

  private ProcessMeters() {}

  /**
   * Registers the metrics of the process.
   *
   * @param data the folder whose disk must not fill up
   */
  public static void bind(MeterRegistry registry, Path data, String version) {
    new FileDescriptorMetrics().bindTo(registry);
    new DiskSpaceMetrics(data.toFile()).bindTo(registry);
    Gauge.builder("parley.process.resident", ProcessMeters::residentBytes)
        .description("Resident memory of the process, including the JVM's heap")
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder("parley.build.info", () -> 1)
        .description("Always 1; the labels are the running versions")
        .tag("version", version)
        .tag("java", Runtime.version().toString())
        .register(registry);
  }

  /** As reported by Linux; not a number (NaN) on other systems. */
  private static double residentBytes() {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToDouble(line -> KIBIBYTE * Double.parseDouble(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException notLinux) {
      return Double.NaN;
    }
  }
}
