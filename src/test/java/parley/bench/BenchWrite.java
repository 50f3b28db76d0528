package parley.bench;

import java.time.Duration;

/** Prints what a reply costs; see docs/performance.md. Run it by {@code bin/bench write}. */
final class BenchWrite {

  private BenchWrite() {}

  public static void main(String[] arguments) {
    var time = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10);
    try (var bench = new WriteBench(64)) {
      for (var writers : new int[] {16, 64}) {
        var result = bench.run(writers, time);
        print(writers + " writers, bare INSERTs", result.bare());
        print(writers + " writers, replies, a topic each", result.replies());
        System.out.printf("%d writers, ratio %.2f%n", writers, result.ratio());
        print(writers + " writers, replies, one topic", bench.inOneTopic(writers, time));
      }
      System.out.printf("statements per reply: %.1f%n", bench.statementsPerReply(1_000));
    }
    System.exit(0); // the shared stores stop in a shutdown hook
  }

  private static void print(String what, Load.Outcome outcome) {
    System.out.printf(
        "%s: %.0f/s, p50 %.1f ms, p99 %.1f ms, %d failed; each: %s%n",
        what,
        outcome.perSecond(),
        outcome.percentile(50),
        outcome.percentile(99),
        outcome.failures(),
        outcome.cpu().each(outcome.nanos().length));
  }
}
