package parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Parley in a process of its own, on the stores of the tests, that can be killed. */
public final class ChildForum implements AutoCloseable {

  private final Map<String, String> environment;
  private final int port;
  private Process process;

  private ChildForum(Map<String, String> environment, int port) {
    this.environment = environment;
    this.port = port;
  }

  /** Starts one; waits until it is ready. */
  public static ChildForum start(Map<String, String> settings) {
    var port = freePort();
    var environment = Forum.environment(TestStores.shared());
    environment.put("PARLEY_HTTP_PORT", Integer.toString(port));
    environment.putAll(settings);
    var forum = new ChildForum(environment, port);
    forum.start();
    return forum;
  }

  private void start() {
    var command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dlogback.configurationFile=conf/logback.xml", // the tests' own does not say "ready"
            "-cp",
            System.getProperty("java.class.path"),
            Parley.class.getName());
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
    var rest = new Thread(() -> output.lines().forEach(line -> {}), "output of a child");
    rest.setDaemon(true);
    rest.start();
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

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
