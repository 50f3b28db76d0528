package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the server is called. Paths go here and not into its file, whose encoding may be another. */
final class MariaDbCommand {

  /** Sized for the installation too: a log of another size is rewritten at the first start. */
  static final String REDO_LOG = "32M";

  private MariaDbCommand() {}

  /**
   * The command with what every run of the server needs.
   *
   * @param defaults which option files to read; must come first
   */
  static List<String> of(MariaDbProgram program, Path tables, String defaults) throws IOException {
    var command = new ArrayList<String>();
    command.add(program.server().toString());
    command.add(defaults);
    command.add("--basedir=" + program.base());
    command.add("--lc-messages-dir=" + program.shared());
    command.add("--datadir=" + tables);
    command.add("--tmpdir=" + tables);
    if (Platform.isRoot()) {
      command.add("--user=root");
    }
    return command;
  }
}
