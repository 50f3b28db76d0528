package parley.management;

import com.sun.management.UnixOperatingSystemMXBean;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.Status;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether the disk of the data folder fills up, or the files that the process
 * may open are used up, and warns before: in the log, once for each change, and in {@code
 * /health/ready}, which says {@code degraded} and stays up.
 */
public final class RoomWatch implements AutoCloseable {

  /**
   * What there is.
   *
   * @param openFiles 0 where the system does not say
   */
  record Room(long freeBytes, long diskBytes, long openFiles, long filesMax) {

    boolean isDiskLow(RoomSettings settings) {
      return freeBytes < ((long) settings.diskMebibytes() << 20)
          || freeBytes < diskBytes / 100 * settings.diskPercent();
    }

    boolean isDiskFull(RoomSettings settings) {
      return freeBytes < ((long) settings.refuseMebibytes() << 20);
    }

    boolean areFilesLow(RoomSettings settings) {
      return filesMax > 0 && openFiles > filesMax / 100.0 * settings.filesPercent();
    }
  }

  private static final Logger log = LoggerFactory.getLogger(RoomWatch.class);
  private static final long PERIOD_MS = 1_000;

  private final Vertx vertx;
  private final Path data;
  private final RoomSettings settings;
  private final Consumer<Boolean> full;
  private final long timer;
  private volatile Room room;

  /**
   * Looks at once, and then again and again. Blocks for a moment.
   *
   * @param full is told each time whether nothing may be added
   */
  public RoomWatch(Vertx vertx, Path data, RoomSettings settings, Consumer<Boolean> full) {
    this.vertx = vertx;
    this.data = data;
    this.settings = settings;
    this.full = full;
    this.room = new Room(Long.MAX_VALUE, 0, 0, 0);
    look();
    this.timer = vertx.setPeriodic(PERIOD_MS, round -> lookAside());
  }

  /** A disk may be slow to tell. */
  private void lookAside() {
    vertx.executeBlocking(
        () -> {
          look();
          return null;
        });
  }

  private void look() {
    try {
      var store = Files.getFileStore(data);
      var files = ManagementFactory.getOperatingSystemMXBean();
      var unix = files instanceof UnixOperatingSystemMXBean counted ? counted : null;
      note(
          new Room(
              store.getUsableSpace(),
              store.getTotalSpace(),
              unix == null ? 0 : unix.getOpenFileDescriptorCount(),
              unix == null ? 0 : unix.getMaxFileDescriptorCount()));
    } catch (IOException e) {
      log.warn("The free space of {} is unknown: {}", data, e.toString());
    }
  }

  private void note(Room now) {
    var before = room;
    room = now;
    full.accept(now.isDiskFull(settings));
    if (now.isDiskFull(settings) && !before.isDiskFull(settings)) {
      log.error("The disk of {} is full: {} MB are free", data, now.freeBytes() >> 20);
    }
    if (now.isDiskLow(settings) != before.isDiskLow(settings)) {
      if (now.isDiskLow(settings)) {
        log.warn("The disk of {} is nearly full: {} MB are free", data, now.freeBytes() >> 20);
      } else {
        log.info("The disk of {} has room again: {} MB are free", data, now.freeBytes() >> 20);
      }
    }
    if (now.areFilesLow(settings) != before.areFilesLow(settings)) {
      if (now.areFilesLow(settings)) {
        log.warn("{} of {} files are open: raise the limit", now.openFiles(), now.filesMax());
      } else {
        log.info("{} of {} files are open", now.openFiles(), now.filesMax());
      }
    }
  }

  /** What health tells. */
  public Status health() {
    var now = room;
    var disk = now.isDiskLow(settings);
    var files = now.areFilesLow(settings);
    return Status.OK(
        JsonObject.of(
            "degraded",
            disk || files,
            "freeMebibytes",
            now.freeBytes() >> 20,
            "openFiles",
            now.openFiles(),
            "openFilesMax",
            now.filesMax()));
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
