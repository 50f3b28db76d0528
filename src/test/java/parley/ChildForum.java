package parley;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Parley in a process of its own, on the stores of the tests, that can be killed. */
public final class ChildForum implements AutoCloseable {

  private static final int LINES_SHOWN = 40;
  private static final int KILLED = 128 + 9;
  private static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Map<String, String> environment;
  private final List<String> options;
  private final int port;
  private Process process;

  private ChildForum(Map<String, String> environment, List<String> options, int port) {
    this.environment = environment;
    this.options = options;
    this.port = port;
  }

  /** Starts one; waits until it is ready. */
  public static ChildForum start(Map<String, String> settings) {
    return start(settings, QUICK);
  }

  /**
   * Starts one; waits until it is ready.
   *
   * @param options of its JVM
   */
  public static ChildForum start(Map<String, String> settings, List<String> options) {
    return start(TestStores.shared(), settings, options);
  }

  /** Starts one on these stores; waits until it is ready. */
  public static ChildForum start(TestStores stores, Map<String, String> settings) {
    return start(stores, settings, QUICK);
  }

  private static ChildForum start(
      TestStores stores, Map<String, String> settings, List<String> options) {
    var port = freePort();
    var environment = Forum.environment(stores);
    environment.put("PARLEY_HTTP_PORT", Integer.toString(port));
    environment.putAll(settings);
    var forum = new ChildForum(environment, options, port);
    forum.start();
    Runtime.getRuntime().addShutdownHook(new Thread(forum::close));
    return forum;
  }

  private void start() {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(options);
    command.add("-Dlogback.configurationFile=conf/logback.xml"); // the tests' own is silent
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Parley.class.getName()));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitReady();
  }

  private void awaitReady() {
    var output = process.inputReader();
    var lines = new ArrayList<String>();
    if (output.lines().peek(lines::add).noneMatch(line -> line.contains("Parley is ready"))) {
      throw new IllegalStateException(String.join("\n", lines));
    }
    var rest = new Thread(() -> follow(output), "output of a child");
    rest.setDaemon(true);
    rest.start();
  }

  /** Shows why it ended, where nobody has killed it. */
  private void follow(BufferedReader output) {
    var last = new ArrayDeque<String>();
    output
        .lines()
        .forEach(
            line -> {
              last.add(line);
              if (last.size() > LINES_SHOWN) {
                last.remove();
              }
            });
    if (process.onExit().join().exitValue() != KILLED) {
      last.forEach(System.err::println);
    }
  }

  /** Kills it as {@code kill -9} does, and starts it again with the same settings. */
  public void killAndStart() {
    kill();
    start();
  }

  private void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** The public port, which it keeps. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    kill();
  }

  public long pid() {
    return process.pid();
  }

  /** Where it keeps its files. */
  public Path data() {
    return Path.of(environment.get("PARLEY_DATA"));
  }

  /** For a program that is no test: ends the stores that {@link #start} has started. */
  public static void stopStores() {
    TestStores.shared().close();
  }

  public static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
