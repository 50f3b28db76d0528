package parley.small;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bin/small}. */
@Command(
    name = "bin/small",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Runs the whole forum with its embedded stores in a memory control group (as root), puts 5,000 WebSockets, 2,000 replies, "
          + "20,000 reads and 200 sign-ins on it at once, and says how much memory it took.",
      "Fails where a process is killed for its memory, a request fails in another way than a refusal with Retry-After, or "
          + "bin/parley check finds something."
    })
final class Small implements Callable<Integer> {

  private static final long EVERY_MS = 200;

  @Option(names = "--mebibytes", description = "The memory of all processes together.")
  private long mebibytes = 512;

  private final AtomicLong mostOfProcesses = new AtomicLong();
  private volatile String atMost = "";

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Small()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var data = Files.createTempDirectory("parley-small");
    var group = MemoryGroup.create(mebibytes << 20);
    if (group.isEmpty()) {
      System.out.println(
          "Without a memory control group nothing is bounded; the memory of the processes is added up.");
    }
    try {
      return run(data, group) ? 0 : 1;
    } finally {
      group.ifPresent(MemoryGroup::close);
      delete(data);
    }
  }

  private boolean run(Path data, Optional<MemoryGroup> group) throws Exception {
    try (var forum = SmallForum.start(data, group);
        var load = new Load(forum.port())) {
      load.prepare();
      System.out.println("Before the load: " + forum.processes());
      var watch = watch(forum, group);
      var began = System.nanoTime();
      var outcomes = load.run();
      var seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
      watch.interrupt();
      outcomes.forEach(System.out::println);
      System.out.printf("In %d s; %d WebSockets are held%n", seconds, load.held());
      System.out.printf(
          "The processes took %d MiB at most: %s%n", mostOfProcesses.get() >> 20, atMost);
      var killed = 0L;
      if (group.isPresent()) {
        killed = group.get().killed();
        System.out.printf(
            "With the cache of files %d of %d MiB; the cache gave way %d times; %d processes were killed for their memory%n",
            group.get().peak() >> 20, mebibytes, group.get().reclaims(), killed);
      }
      var troubles = forum.check();
      var fits = killed == 0 && forum.lives() && mostOfProcesses.get() < mebibytes << 20;
      return fits
          && troubles == 0
          && load.held() == Load.SOCKETS
          && outcomes.stream().allMatch(outcome -> outcome.failures() == 0);
    }
  }

  private Thread watch(SmallForum forum, Optional<MemoryGroup> group) {
    var thread =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                var now = used(forum, group);
                if (now > mostOfProcesses.get()) {
                  mostOfProcesses.set(now);
                  atMost = forum.processes();
                }
                pause();
              }
            },
            "memory");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static long used(SmallForum forum, Optional<MemoryGroup> group) {
    try {
      return group.isPresent() ? group.get().processes() : forum.proportional();
    } catch (IOException e) {
      return 0;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(EVERY_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
