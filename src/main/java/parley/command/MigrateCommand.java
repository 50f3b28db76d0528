package parley.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import parley.backup.MigrationBackup;
import parley.backup.MigrationSettings;
import parley.backup.Rehearsal;
import parley.config.Settings;
import parley.config.Version;
import parley.store.MysqlAddress;
import parley.store.Schema;
import parley.store.SchemaState;
import parley.store.Stores;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Updates the schema to this program's version, or tests the migrations. See docs/backup.md. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "Updates the schema to this program's version, as the start of the forum does.")
public final class MigrateCommand implements Callable<Integer> {

  /** At most one of these options. */
  static final class Instead {
    @Option(
        names = "--rehearse",
        description = "Runs the migrations on a copy in a scratch database, and drops the copy.")
    private boolean rehearse;

    @Option(
        names = "--status",
        description = "Only compares. Exit code 0: the same, 5: older, 6: newer than this program.")
    private boolean status;
  }

  @ParentCommand private ConfiguredCommand parley;

  @Spec private CommandSpec spec;

  @ArgGroup private Instead instead = new Instead();

  @Override
  public Integer call() {
    return DataCommands.run(
        parley,
        spec,
        (vertx, settings) -> {
          try (var stores = Stores.reach(settings.config())) {
            return instead.rehearse ? rehearse(stores.mysql()) : migrate(settings, stores.mysql());
          }
        });
  }

  private int migrate(Settings settings, MysqlAddress address) {
    var schema = new Schema(address);
    var state = schema.state();
    if (state.newer()) {
      out().println(words(state) + ": newer than this program");
      return DataCommands.NEWER_SCHEMA;
    }
    if (instead.status) {
      out().println(words(state) + ": " + state.pending() + " migrations pending");
      return state.pending() == 0 ? DataCommands.DONE : DataCommands.PENDING;
    }
    var errors = spec.commandLine().getErr();
    var backup =
        MigrationBackup.of(
            settings.section(MigrationSettings.SECTION),
            settings.config().data(),
            parley.data(settings, address),
            Version.CURRENT,
            errors::println);
    var ran =
        schema.migrate(
            before -> backup.ifPresent(made -> made.makeIfNeeded(before)), errors::println);
    backup.ifPresent(MigrationBackup::migrated);
    out().println("Ran " + ran + " migrations; schema " + state.newest());
    return DataCommands.DONE;
  }

  private int rehearse(MysqlAddress address) throws SQLException, IOException {
    var errors = spec.commandLine().getErr();
    var outcome = new Rehearsal(address, new Schema(address), errors::println).run();
    var seconds = String.format(Locale.ROOT, "%.1f", outcome.duration().toMillis() / 1000.0);
    out()
        .println(
            "Rehearsed %d migrations, from schema %s to %s, in %s s"
                .formatted(outcome.migrations(), outcome.from(), outcome.to(), seconds));
    return DataCommands.DONE;
  }

  private static String words(SchemaState state) {
    return "Schema of the database: %s, of this program: %s"
        .formatted(state.current().orElse("empty"), state.newest());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
