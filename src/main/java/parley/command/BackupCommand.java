package parley.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.backup.BackupFolder;
import parley.backup.BackupReader;
import parley.backup.BackupWriter;
import parley.backup.ForumData;
import parley.config.Version;
import parley.store.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes backups and verifies them. See docs/backup.md. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Writes a backup of all forum data. The forum may be running.")
public final class BackupCommand implements Callable<Integer> {

  private final Clock clock = Clock.systemUTC();

  @ParentCommand private ConfiguredCommand parley;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description =
          "The new file, or a folder for a file whose name contains the time. Default: the working"
              + " folder.")
  private @Nullable Path file;

  @Option(
      names = "--verify",
      description =
          "Restores the backup into a scratch database and compares it: FILE if it exists,"
              + " otherwise a new backup.")
  private boolean verify;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description =
          "Then deletes all but the newest N backups in the folder, by the time in their names.")
  private @Nullable Integer keep;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints nothing unless something fails.")
  private boolean quiet;

  @Override
  public Integer call() {
    var given = file == null ? Path.of("") : file;
    var isFolder = file == null || Files.isDirectory(given);
    var exists = !isFolder && Files.exists(given);
    check(exists, isFolder);
    return DataCommands.run(
        parley,
        spec,
        (vertx, settings) -> {
          try (var stores = Stores.reach(settings.config())) {
            var forum = parley.data(settings, stores.mysql());
            if (exists) {
              verify(forum, given);
            } else {
              make(forum, given, isFolder);
            }
            return DataCommands.DONE;
          }
        });
  }

  private void check(boolean exists, boolean isFolder) {
    if (exists && !verify) {
      throw wrong(file + " already exists and is not overwritten");
    }
    if (keep != null && (keep < 1 || !isFolder)) {
      throw wrong("--keep needs a number of 1 or more, and a folder as FILE");
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), "parley: " + why);
  }

  private void make(ForumData forum, Path given, boolean isFolder)
      throws SQLException, IOException {
    var began = System.nanoTime();
    var folder = new BackupFolder(given);
    var target = isFolder ? folder.newFile(Version.CURRENT, clock.instant()) : given;
    var made = new BackupWriter(forum, Version.CURRENT, clock, progress()).write(target);
    DataCommands.say(out(), "Wrote", made, began);
    if (verify) {
      verify(forum, target);
    }
    if (keep != null) {
      for (var old : folder.keepNewest(keep, clock.instant())) {
        out().println("Deleted " + old);
      }
    }
  }

  private void verify(ForumData forum, Path backup) throws SQLException, IOException {
    var began = System.nanoTime();
    DataCommands.say(out(), "Verified", new BackupReader(forum, progress()).verify(backup), began);
  }

  private PrintWriter out() {
    return quiet ? new PrintWriter(Writer.nullWriter()) : spec.commandLine().getOut();
  }

  private Consumer<String> progress() {
    return quiet ? line -> {} : spec.commandLine().getErr()::println;
  }
}
