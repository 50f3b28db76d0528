package parley.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A second JVM with a main class of the tests, which works on a database and is to be killed. */
public final class ChildProcess {

  private ChildProcess() {}

  /** Starts {@code main}; its arguments are the address, for {@link #address}, and then others. */
  public static Process launch(Class<?> main, MysqlAddress address, String... others)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                address.host(),
                Integer.toString(address.port()),
                address.database(),
                address.user(),
                address.password()));
    command.addAll(List.of(others));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The address in the arguments of a main method. */
  public static MysqlAddress address(String[] arguments) {
    return new MysqlAddress(
        arguments[0], Integer.parseInt(arguments[1]), arguments[2], arguments[3], arguments[4]);
  }
}
