package parley.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The command {@code bin/bench read}. */
public final class BenchRead {

  /** Many short turns, since nobody else on the machine keeps still. */
  private static final Duration TURN = Duration.ofMillis(250);

  private static final Duration WARM_UP = Duration.ofSeconds(6);

  private BenchRead() {}

  public static void main(String[] arguments) {
    var rounds = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
    try (var bench = new ReadBench()) {
      bench.run(WARM_UP);
      var results = new ArrayList<ReadBench.Result>();
      for (var round = 1; round <= rounds; round++) {
        results.add(bench.run(TURN));
      }
      say("member", results, ReadBench.Result::member, ReadBench.Result::bareMember);
      say("guest", results, ReadBench.Result::guest, ReadBench.Result::bareGuest);
    }
    System.exit(0); // the stores end with the process
  }

  private static void say(
      String who,
      List<ReadBench.Result> results,
      ToDoubleFunction<ReadBench.Result> ours,
      ToDoubleFunction<ReadBench.Result> bare) {
    System.out.printf(
        "%s: %.0f pages a second beside %.0f bare, ratio %.2f%n",
        who,
        median(results, ours),
        median(results, bare),
        median(results, result -> ours.applyAsDouble(result) / bare.applyAsDouble(result)));
  }

  private static double median(
      List<ReadBench.Result> results, ToDoubleFunction<ReadBench.Result> value) {
    return results.stream()
        .mapToDouble(value)
        .sorted()
        .skip(results.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
