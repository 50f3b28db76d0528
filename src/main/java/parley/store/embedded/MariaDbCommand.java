package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of the server. Paths are here and not in the option file, because that file's
 * encoding may be different.
 */
final class MariaDbCommand {

  /**
   * Also used for the installation, because a log of a different size would be rewritten at the
   * first start.
   */
  static final String REDO_LOG = "32M";

  private MariaDbCommand() {}

  /**
   * The command with the options of every run of the server.
   *
   * @param defaults the option for the option files; must come first
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
