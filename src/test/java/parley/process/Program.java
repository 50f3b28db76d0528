package parley.process;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The whole program as a process of its own, in a session as a terminal would give it, with what it
 * says in a file. It is killed when closed, and its stores with it.
 */
final class Program implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern READY = Pattern.compile("Parley is ready at \\S+ \\(port (\\d+)\\)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path log;
  private List<ProcessHandle> stores = List.of();

  private Program(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** With every port chosen by the system where the environment does not say otherwise. */
  static Program run(Path data, Map<String, String> environment, String... arguments) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dlogback.configurationFile=conf/logback.xml");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "parley.Parley"));
    command.addAll(List.of(arguments));
    return run(command, data, environment);
  }

  /** The same of an unpacked archive, by its own script. */
  static Program script(Path home, Map<String, String> environment, String... arguments) {
    var command = new ArrayList<>(List.of(home.resolve("bin/parley").toString()));
    command.addAll(List.of(arguments));
    return run(command, home.resolve("data"), environment);
  }

  private static Program run(List<String> program, Path data, Map<String, String> environment) {
    // what runs the tests in the background may ignore interrupts, and children inherit that
    var command = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT"));
    command.addAll(program);
    try {
      var log =
          Files.createTempFile(Files.createDirectories(Path.of("target/it")), "program", ".log");
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("PARLEY_DATA", data.toAbsolutePath().toString());
      for (var listener : List.of("HTTP", "BRIDGE", "MANAGEMENT")) {
        builder.environment().put("PARLEY_" + listener + "_PORT", "0");
      }
      builder.environment().put("PARLEY_LIMITS_ENABLED", "false");
      // what it says is tested, and a busy machine is no part of it
      builder.environment().put("PARLEY_LOGGING_SLOW_REQUEST_MS", "0");
      builder.environment().put("PARLEY_LOGGING_SLOW_QUERY_MS", "0");
      builder.environment().putAll(environment);
      return new Program(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Program awaitReady() {
    await().atMost(PATIENCE).until(() -> !process.isAlive() || READY.matcher(output()).find());
    stores = process.descendants().toList();
    if (!process.isAlive()) {
      throw new AssertionError("It ended: " + output());
    }
    return this;
  }

  long pid() {
    return process.pid();
  }

  Program awaitOutput(String text) {
    await().atMost(PATIENCE).until(() -> output().contains(text));
    return this;
  }

  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lines() {
    return output().lines().toList();
  }

  int port() {
    var ready = READY.matcher(output());
    if (!ready.find()) {
      throw new AssertionError("It is not ready: " + output());
    }
    return Integer.parseInt(ready.group(1));
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  HttpResponse<String> get(String path, String token) {
    var request = HttpRequest.newBuilder(uri(path));
    return send(token == null ? request : request.header("authorization", "Bearer " + token));
  }

  HttpResponse<String> post(String path, String token, JsonObject body) {
    var request = HttpRequest.newBuilder(uri(path)).header("content-type", "application/json");
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    return send(
        request.POST(
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode())));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** Sends a signal to the process alone. */
  Program signal(String name) {
    return kill(name, Long.toString(process.pid()));
  }

  /** Sends a signal to every process of its terminal's foreground group. */
  Program signalGroup(String name) {
    return kill(name, "-" + process.pid());
  }

  /** Kills what runs this program, if anything does. */
  void killStores(String program) {
    running(program).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Sends a signal to one of its stores. */
  void signal(ProcessHandle store, String name) {
    kill(name, Long.toString(store.pid()));
  }

  private Program kill(String signal, String target) {
    try {
      new ProcessBuilder("kill", "-s", signal, "--", target).start().waitFor();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** As a power failure would end it, and its stores. */
  void killAll() {
    stores = Stream.concat(stores.stream(), process.descendants()).distinct().toList();
    process.destroyForcibly().onExit().join();
    stores.forEach(ProcessHandle::destroyForcibly);
    await().until(() -> stores.stream().noneMatch(Program::runs));
  }

  /** Not so of a process that ended, even if nobody has asked for its status yet. */
  private static boolean runs(ProcessHandle store) {
    return Files.exists(Path.of("/proc/" + store.pid() + "/exe"));
  }

  /** The store that runs this program now; waits for it. */
  ProcessHandle store(String program) {
    return await()
        .atMost(PATIENCE)
        .until(() -> running(program), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<ProcessHandle> running(String program) {
    return process
        .descendants()
        .filter(Program::runs)
        .filter(child -> child.info().command().orElse("").contains(program))
        .findFirst();
  }

  boolean storesRun() {
    return stores.stream().anyMatch(Program::runs);
  }

  /** Waits until it ends by itself. */
  int exitCode() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("It does not end: " + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    killAll();
  }
}
