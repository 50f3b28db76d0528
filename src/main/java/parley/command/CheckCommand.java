package parley.command;

import java.util.concurrent.Callable;
import parley.store.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares counters, floors and files with the data. See docs/operations.md. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Compares counters, floors and pictures with the data. Exit code 0: all correct, 1: errors found."
            + " Works while the forum runs.")
public final class CheckCommand implements Callable<Integer> {

  @ParentCommand private ConfiguredCommand parley;

  @Spec private CommandSpec spec;

  @Option(
      names = "--repair",
      description =
          "First recomputes values that can be derived from other data. Stop the forum first.")
  private boolean repair;

  @Override
  public Integer call() {
    return DataCommands.run(
        parley,
        spec,
        (vertx, settings) -> {
          var config = settings.config();
          try (var stores = repair ? Stores.open(config) : Stores.reach(config)) {
            var check = parley.check(settings, stores.mysql());
            if (repair) {
              check.repair();
            }
            var wrong = check.run();
            var out = spec.commandLine().getOut();
            wrong.forEach(out::println);
            out.println(wrong.isEmpty() ? "No errors found" : wrong.size() + " errors found");
            return wrong.isEmpty() ? DataCommands.DONE : DataCommands.FAILED;
          }
        });
  }
}
