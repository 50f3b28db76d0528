package parley.small;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A control group of the kernel, version 1 or 2, that bounds the memory of its processes. */
final class MemoryGroup implements AutoCloseable {

  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final int REMOVALS = 100;

  private final Path folder;
  private final boolean unified;

  private MemoryGroup(Path folder, boolean unified) {
    this.folder = folder;
    this.unified = unified;
  }

  /** Empty where this machine, or this account, cannot make one. Swap is not used. */
  static Optional<MemoryGroup> create(long bytes) {
    var name = "parley-small-" + ProcessHandle.current().pid();
    try {
      if (Files.isDirectory(ROOT.resolve("memory"))) {
        var folder = Files.createDirectory(ROOT.resolve("memory").resolve(name));
        Files.writeString(folder.resolve("memory.limit_in_bytes"), Long.toString(bytes));
        var withSwap = folder.resolve("memory.memsw.limit_in_bytes");
        if (Files.exists(withSwap)) {
          Files.writeString(withSwap, Long.toString(bytes));
        }
        return Optional.of(new MemoryGroup(folder, false));
      }
      if (Files.exists(ROOT.resolve("cgroup.controllers"))) {
        Files.writeString(ROOT.resolve("cgroup.subtree_control"), "+memory");
        var folder = Files.createDirectory(ROOT.resolve(name));
        Files.writeString(folder.resolve("memory.max"), Long.toString(bytes));
        Files.writeString(folder.resolve("memory.swap.max"), "0");
        return Optional.of(new MemoryGroup(folder, true));
      }
    } catch (IOException e) {
      System.out.println("No memory control group can be made: " + e);
    }
    return Optional.empty();
  }

  /** The command, which runs in this group with all its children. */
  List<String> running(List<String> command) {
    var all = new ArrayList<>(List.of("sh", "-c", "echo $$ > \"$0\" && exec \"$@\""));
    all.add(folder.resolve("cgroup.procs").toString());
    all.addAll(command);
    return all;
  }

  /** The most that was used at a time, with the cache of files, in bytes. */
  long peak() throws IOException {
    return number(unified ? "memory.peak" : "memory.max_usage_in_bytes");
  }

  /** What the processes themselves use, without the cache of files, in bytes. */
  long processes() throws IOException {
    return statistic("memory.stat", unified ? "anon" : "rss");
  }

  /** Processes that were killed because there was no memory. */
  long killed() throws IOException {
    return statistic(unified ? "memory.events" : "memory.oom_control", "oom_kill");
  }

  /** How often the limit was reached, so that the cache of files had to give way. */
  long reclaims() throws IOException {
    return unified ? statistic("memory.events", "max") : number("memory.failcnt");
  }

  private long number(String file) throws IOException {
    return Long.parseLong(Files.readString(folder.resolve(file)).strip());
  }

  private long statistic(String file, String name) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  /** Removes it; its processes must have ended. */
  @Override
  public void close() {
    for (var n = 0; n < REMOVALS; n++) {
      if (folder.toFile().delete()) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }
}
