package parley.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link SmallParley} in a process of its own, in a session as a terminal would give it. */
final class ChildParley implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private List<ProcessHandle> stores = List.of();

  private ChildParley(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  static ChildParley launch(Path data, String... jvmOptions) throws IOException {
    var command = new ArrayList<>(Platform.ownSession());
    // what runs the tests in the background may ignore interrupts, and children inherit that
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SmallParley.class.getName());
    command.addAll(List.of(data.toString(), TargetDir.PROGRAMS.toString()));
    return new ChildParley(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** Waits until both stores run and hold what it wrote. */
  ChildParley awaitReady() {
    assertThat(lines()).endsWith("ready");
    stores = process.descendants().toList();
    assertThat(stores).hasSize(2);
    return this;
  }

  /** What it says until it is ready or ends. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    output.lines().peek(lines::add).anyMatch("ready"::equals);
    return lines;
  }

  List<ProcessHandle> stores() {
    return stores;
  }

  /** Sends the signal to every process of its terminal's foreground group. */
  void signalGroup(String signal) throws Exception {
    var kill = new ProcessBuilder("kill", "-s", signal, "--", "-" + process.pid());
    assertThat(kill.inheritIO().start().waitFor()).isZero();
    process.waitFor();
  }

  /** Kills this process and leaves its stores. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Kills this process and its stores, as a power failure would. */
  void killAll() {
    stores.forEach(ProcessHandle::destroyForcibly);
    kill();
    await().until(() -> stores.stream().noneMatch(ChildParley::runs));
  }

  /** Not so of a process that ended, even if nobody has asked for its status yet. */
  static boolean runs(ProcessHandle store) {
    return Files.exists(Path.of("/proc/" + store.pid() + "/exe"));
  }

  @Override
  public void close() {
    killAll();
  }
}
