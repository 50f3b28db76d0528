package parley.small;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import parley.ChildForum;

/** A forum with its embedded stores, as {@code bin/parley} starts it, in a control group. */
final class SmallForum implements AutoCloseable {

  private static final Path HOME = Path.of(System.getProperty("parley.home"));
  private static final int STOPS_WITHIN_SECONDS = 60;

  private final Map<String, String> settings;
  private final Process process;
  private final int port;

  private SmallForum(Map<String, String> settings, Process process, int port) {
    this.settings = settings;
    this.process = process;
    this.port = port;
  }

  /** Returns when it is ready. Its rate limits are off, everything else has its default. */
  static SmallForum start(Path data, Optional<MemoryGroup> group) throws IOException {
    var port = ChildForum.freePort();
    var settings =
        Map.of(
            "PARLEY_DATA", data.toString(),
            "PARLEY_HTTP_HOST", "127.0.0.1",
            "PARLEY_HTTP_PORT", Integer.toString(port),
            "PARLEY_BRIDGE_PORT", "0",
            "PARLEY_MANAGEMENT_PORT", "0",
            "PARLEY_LIMITS_ENABLED", "false");
    var command = List.of(HOME.resolve("bin/parley").toString());
    var builder =
        new ProcessBuilder(group.map(its -> its.running(command)).orElse(command))
            .redirectErrorStream(true);
    builder.environment().putAll(settings);
    var forum = new SmallForum(settings, builder.start(), port);
    forum.awaitReady();
    return forum;
  }

  private void awaitReady() throws IOException {
    var output = process.inputReader();
    for (var line = output.readLine(); ; line = output.readLine()) {
      System.out.println("  " + line);
      if (line == null) {
        throw new IllegalStateException("the forum has not started");
      }
      if (line.contains("Parley is ready")) {
        break;
      }
    }
    var rest = new Thread(() -> follow(output), "output of the forum");
    rest.setDaemon(true);
    rest.start();
  }

  private static void follow(BufferedReader output) {
    output.lines().forEach(line -> System.out.println("  " + line));
  }

  int port() {
    return port;
  }

  boolean lives() {
    return process.isAlive();
  }

  /** Runs {@code bin/parley check}, outside the group; gives its status. */
  int check() throws IOException, InterruptedException {
    var builder = new ProcessBuilder(HOME.resolve("bin/parley").toString(), "check").inheritIO();
    builder.environment().putAll(settings);
    return builder.start().waitFor();
  }

  /** The memory of all its processes, shared pages counted in part, in bytes. */
  long proportional() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToLong(SmallForum::proportional)
        .sum();
  }

  private static long proportional(ProcessHandle one) {
    try (var lines = Files.lines(Path.of("/proc/" + one.pid() + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }

  /** Each process with its memory, in words. */
  String processes() {
    var all = Stream.concat(Stream.of(process.toHandle()), process.descendants());
    return String.join(
        ", ",
        all.map(one -> name(one) + " " + (proportional(one) >> 20) + " MiB").sorted().toList());
  }

  private static String name(ProcessHandle one) {
    var path = one.info().command().orElse("?");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
