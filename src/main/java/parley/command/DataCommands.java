package parley.command;

import static java.util.stream.Collectors.joining;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.backup.BackupException;
import parley.backup.BackupException.Reason;
import parley.backup.Summary;
import parley.config.Settings;
import parley.failure.ForumException;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands for backup, restore and migration share: exit codes and messages. */
final class DataCommands {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int UNUSABLE = 3;
  static final int REFUSED = 4;
  static final int PENDING = 5;
  static final int NEWER_SCHEMA = 6;

  private DataCommands() {}

  /** A command's work; returns its exit code. */
  interface Work {
    int run(Vertx vertx, Settings settings) throws SQLException, IOException;
  }

  /** Runs the command. An error that the host can fix is printed as one line. */
  static int run(ConfiguredCommand parley, CommandSpec spec, Work work) {
    var vertx = Vertx.vertx();
    try {
      return work.run(vertx, parley.settings(vertx));
    } catch (BackupException e) {
      return failed(spec, e.getMessage(), code(e.reason()));
    } catch (SQLException e) {
      return failed(spec, "the database: " + e.getMessage(), FAILED);
    } catch (FileSystemException e) {
      return failed(spec, e.getFile() + ": " + reason(e), FAILED);
    } catch (IOException | ForumException e) {
      return failed(spec, e.getMessage(), FAILED);
    } finally {
      vertx.close().await();
    }
  }

  /** Java's own messages for these are only class names. */
  private static @Nullable String reason(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    return failure.getReason();
  }

  private static int failed(CommandSpec spec, @Nullable String message, int code) {
    spec.commandLine().getErr().println("parley: " + message);
    return code;
  }

  private static int code(Reason reason) {
    return switch (reason) {
      case FAILED -> FAILED;
      case UNUSABLE -> UNUSABLE;
      case REFUSED -> REFUSED;
      case NEWER_SCHEMA -> NEWER_SCHEMA;
    };
  }

  static void say(PrintWriter out, String did, Summary what, long since) {
    out.printf(
        Locale.ROOT,
        "%s %s: %.1f MB, %d tables, %d rows%s, in %.1f s%n",
        did,
        what.file(),
        what.bytes() / 1e6,
        what.tables(),
        what.rows(),
        what.files().entrySet().stream()
            .map(files -> ", " + files.getValue() + " " + files.getKey())
            .collect(joining()),
        (System.nanoTime() - since) / 1e9);
  }
}
