package parley.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

  @TempDir private Path folder;

  @Test
  void givesUpAStoreWhoseStartFailsUnexpectedly() throws Exception {
    var log = folder.resolve("store.log");
    var process = StoreProcess.start("Store", List.of("sleep", "1"), folder, null, log);
    var fatal = new CompletableFuture<String>();
    var supervisor =
        new Supervisor(
            "Store",
            process,
            log,
            () -> {
              throw new IllegalStateException("no such thing");
            },
            Duration.ofMinutes(1),
            fatal::complete);
    try (supervisor) {
      assertEquals(
          "The embedded Store cannot be started again: java.lang.IllegalStateException: no such"
              + " thing",
          fatal.get(1, TimeUnit.MINUTES));
    }
  }
}
