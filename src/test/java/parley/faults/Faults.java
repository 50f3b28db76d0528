package parley.faults;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bin/faults}. */
@Command(
    name = "bin/faults",
    mixinStandardHelpOptions = true,
    description =
        "Cuts, delays, freezes and kills a forum and its stores while members write, and compares"
            + " what they were told with what is there.")
public final class Faults implements Callable<Integer> {

  private static final int FINDINGS_SHOWN = 20;

  @Option(names = "--minutes", paramLabel = "N", description = "How long; default: 5.")
  private int minutes = 5;

  @Option(
      names = "--kills",
      paramLabel = "N",
      description = "Ends after the round in which so many processes were killed; default: never.")
  private long kills = Long.MAX_VALUE;

  @Option(names = "--round", paramLabel = "SECONDS", description = "Of one round; default: 30.")
  private int roundSeconds = 30;

  @Option(names = "--seed", paramLabel = "N", description = "Repeats the choices of another run.")
  private long seed = System.nanoTime() % 1_000_000;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Faults()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var began = System.nanoTime();
    var good = true;
    System.out.println("Seed " + seed);
    var ledger = new Ledger();
    try (var stand = new Stand()) {
      var chaos = new Chaos(stand, ledger, new Random(seed));
      var until = began + Duration.ofMinutes(minutes).toNanos();
      var search = new Found(stand.port());
      for (var round = 1;
          System.nanoTime() < until && ledger.faults(Chaos.KILLS) < kills;
          round++) {
        var verdict =
            new Round(stand, ledger, search, seed + round, "r" + round)
                .run(Duration.ofSeconds(roundSeconds), chaos);
        good &= verdict.isGood();
        System.out.printf(
            "Round %d: %d faults, %d kills, %d acknowledged in all; %s; longest recovery %s%n",
            round,
            ledger.faults(""),
            ledger.faults(Chaos.KILLS),
            ledger.size(),
            verdict,
            chaos.longestRecovery());
        verdict.counters().forEach(trouble -> System.out.println("  " + trouble));
        verdict.effects().forEach(wrong -> System.out.println("  " + wrong));
      }
    }
    ledger.counts().forEach((what, count) -> System.out.println(what + ": " + count));
    ledger.findings().stream().limit(FINDINGS_SHOWN).forEach(System.out::println);
    System.out.println(ledger.findings().size() + " answers or waits that must not be");
    return good && ledger.findings().isEmpty() ? 0 : 1;
  }
}
