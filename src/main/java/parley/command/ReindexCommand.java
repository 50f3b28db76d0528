package parley.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import parley.search.Search;
import parley.search.index.Rebuild;
import parley.store.Database;
import parley.store.Migrations;
import parley.store.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Builds the index of the search again. See docs/search.md. */
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    description =
        "Builds the search index again from the database. While the forum runs, it searches the"
            + " old index until the new one is complete.")
public final class ReindexCommand implements Callable<Integer> {

  private static final int CONNECTIONS = 2;
  private static final int WAIT_SECONDS = 60;

  @ParentCommand private ConfiguredCommand parley;

  @Spec private CommandSpec spec;

  private String said = "";

  @Override
  public Integer call() {
    return DataCommands.run(
        parley,
        spec,
        (vertx, settings) -> {
          var out = spec.commandLine().getOut();
          try (var stores = Stores.reach(settings.config())) {
            Migrations.run(stores.mysql());
            var database = new Database(vertx, stores.mysql(), CONNECTIONS, WAIT_SECONDS);
            var built =
                new Rebuild(database, Clock.systemUTC(), this::say).run(Search.folder(settings));
            database.close().await();
            out.println("Built " + built + (built == 1 ? " index" : " indexes"));
            return DataCommands.DONE;
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DataCommands.FAILED;
          }
        });
  }

  private void say(String progress) {
    if (!progress.equals(said)) {
      said = progress;
      spec.commandLine().getOut().println(progress);
    }
  }
}
