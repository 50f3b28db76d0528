package parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import parley.TestStores;
import parley.config.Config.Role;

/** One forum in three processes, one for each role, on the stores of those that send mails. */
final class Processes implements AutoCloseable {

  private final Path data = DataFolder.make();
  private final Map<String, String> settings = new HashMap<>();
  private final Map<Role, Integer> managementPorts = new EnumMap<>(Role.class);
  private final Map<Role, Program> running = new EnumMap<>(Role.class);

  Processes(Map<String, String> mail) {
    settings.putAll(TestStores.ofSenders().settings());
    settings.putAll(mail);
    settings.put("PARLEY_CLUSTER_ENABLED", "true");
    settings.put("PARLEY_HTTP_INSTANCES", "1");
    settings.put("PARLEY_CLUSTER_PORT", Integer.toString(freePort()));
    settings.put("PARLEY_BRIDGE_PORT", Integer.toString(freePort()));
    for (var role : Role.values()) {
      managementPorts.put(role, freePort());
    }
  }

  /** Starts all at the same instant. */
  Processes start() {
    for (var role : Role.values()) {
      launch(role);
    }
    running.values().forEach(Program::awaitReady);
    return this;
  }

  /** Starts the process with this role, beside those that run; waits until it is ready. */
  void start(Role role) {
    launch(role).awaitReady();
  }

  private Program launch(Role role) {
    var environment = new HashMap<>(settings);
    environment.put("PARLEY_ROLES", role.name().toLowerCase(Locale.ROOT));
    environment.put("PARLEY_MANAGEMENT_PORT", Integer.toString(managementPorts.get(role)));
    var program = Program.run(data, environment);
    running.put(role, program);
    return program;
  }

  /** Runs a command of the command line beside the forum. */
  void command(String... arguments) {
    try (var command = Program.run(data, settings, arguments)) {
      assertThat(command.exitCode()).as(command.output()).isZero();
    }
  }

  /** As {@code kill -9} does. */
  void kill(Role role) {
    running.remove(role).close();
  }

  /** The process whose public listener all requests go to. */
  Program http() {
    return running.get(Role.HTTP);
  }

  long pid(Role role) {
    return running.get(role).pid();
  }

  /** Or one of the next, for some of the processes. */
  int clusterPort() {
    return Integer.parseInt(settings.get("PARLEY_CLUSTER_PORT"));
  }

  int bridgePort() {
    return Integer.parseInt(settings.get("PARLEY_BRIDGE_PORT"));
  }

  int managementPort(Role role) {
    return managementPorts.get(role);
  }

  @Override
  public void close() {
    running.values().forEach(Program::close);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
