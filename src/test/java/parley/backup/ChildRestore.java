package parley.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import parley.store.MysqlAddress;

/** Backs up and restores in a process of its own, which can be killed or given little memory. */
final class ChildRestore {

  private ChildRestore() {}

  /**
   * Runs it; returns how it ended.
   *
   * @param does {@code killed}: restores, and dies when all is loaded; {@code whole}: backs up and
   *     restores
   */
  static int run(OwnDatabase forum, String does, String... options)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ChildRestore.class.getName(), does, forum.file("").toString()));
    var address = forum.address();
    command.addAll(
        List.of(
            address.host(),
            Integer.toString(address.port()),
            address.database(),
            address.user(),
            address.password()));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[1]);
    var address =
        new MysqlAddress(
            arguments[2], Integer.parseInt(arguments[3]), arguments[4], arguments[5], arguments[6]);
    var forum = new ForumData(address, Stored.in(folder));
    var backup = folder.resolve("backup.zip");
    if (arguments[0].equals("killed")) {
      new BackupReader(forum, line -> {})
          .restore(backup, true, () -> Runtime.getRuntime().halt(137));
    } else {
      new BackupWriter(forum, "test", Clock.systemUTC(), line -> {}).write(backup);
      new BackupReader(forum, line -> {}).restore(backup, true, () -> {});
    }
  }
}
