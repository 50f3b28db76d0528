package parley.attack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.IntFunction;
import parley.attack.Readers.Reading;

/** Carries out attacks on a forum, and holds what members notice of them against what they may. */
final class Attack {

  /** What a reader may have to wait, in ninety-nine of a hundred times. */
  static final Duration READS_WITHIN = Duration.ofSeconds(1);

  /** The same, while more guests ask than can be served. */
  static final Duration CROWD_READS_WITHIN = Duration.ofSeconds(2);

  /** So much later all must be as before. */
  static final Duration CALM = Duration.ofSeconds(10);

  /** Those of the readers, which keep theirs, are no more. */
  private static final double FEW_CONNECTIONS = 200;

  /**
   * One kind of attack.
   *
   * @param perAddress connections from each of the attacker's addresses
   */
  record Kind(
      String name, int connections, int perAddress, Duration time, IntFunction<Script> scripts) {}

  /** What came of one. */
  record Result(
      String name,
      String outcomes,
      Reading during,
      Reading after,
      long peakMebibytes,
      String fault) {

    boolean isGood() {
      return fault.isEmpty();
    }
  }

  private final Victim victim;
  private final String url;
  private final String token;
  private final String path;
  private final List<Result> results = new ArrayList<>();

  /**
   * @param url by which members read
   */
  Attack(Victim victim, String url, String token, String path) {
    this.victim = victim;
    this.url = url;
    this.token = token;
    this.path = path;
  }

  /** Attacks the listener at the port while members read. */
  Result carryOut(Kind kind, int port) {
    return carryOut(kind, port, CALM);
  }

  /**
   * @param calmTime how long afterwards all must be as before
   */
  Result carryOut(Kind kind, int port, Duration calmTime) {
    var peak = new long[1];
    var readers = Readers.start(url, token, path);
    var watch = watch(peak);
    var outcomes =
        new Assault(port, kind.perAddress(), kind.scripts()).run(kind.connections(), kind.time());
    var during = readers.stop();
    watch.interrupt();
    pause(calmTime);
    var calm = Readers.start(url, token, path);
    pause(Duration.ofSeconds(1));
    var after = calm.stop();
    var result =
        new Result(
            kind.name(),
            outcomes.toString(),
            during,
            after,
            peak[0] >> 20,
            fault(during, after, READS_WITHIN));
    results.add(result);
    return result;
  }

  /**
   * So many guests ask at once, and again, for what is not kept for them, while members read on.
   *
   * @param calmTime how long afterwards all must be as before
   */
  Result crowd(String name, int port, int guests, Duration time, Duration calmTime) {
    var peak = new long[1];
    var readers = Readers.start(url, token, path);
    var watch = watch(peak);
    var crowd = Crowd.send(port, guests, time, List.of("/api/search?q=crowd", "/api/index"));
    var during = readers.stop();
    watch.interrupt();
    pause(calmTime);
    var calm = Readers.start(url, token, path);
    pause(Duration.ofSeconds(1));
    var after = calm.stop();
    var outcomes = crowd.statuses() + ", Retry-After " + new TreeSet<>(crowd.waits());
    var fault =
        crowd.faults().isEmpty() ? fault(during, after, CROWD_READS_WITHIN) : crowd.faults() + "";
    var result = new Result(name, outcomes, during, after, peak[0] >> 20, fault);
    results.add(result);
    return result;
  }

  private String fault(Reading during, Reading after, Duration readsWithin) {
    if (!victim.lives()) {
      return "the process ended";
    }
    if (!during.failures().isEmpty()) {
      return "reads failed: " + during.failures().stream().distinct().toList();
    }
    if (during.p99().compareTo(readsWithin) > 0) {
      return "reads took " + during.p99().toMillis() + " ms";
    }
    if (!after.failures().isEmpty() || after.p99().compareTo(READS_WITHIN) > 0) {
      return "reads are not as before: " + after;
    }
    var open = victim.metric("parley_intake_connections");
    var held = victim.metric("parley_intake_held_bytes");
    return open > FEW_CONNECTIONS || held > 0
        ? "%.0f connections and %.0f bytes are held after it".formatted(open, held)
        : "";
  }

  private Thread watch(long[] peak) {
    var thread =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                peak[0] = Math.max(peak[0], victim.residentBytes());
                pause(Duration.ofMillis(50));
              }
            },
            "memory");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  List<Result> results() {
    return results;
  }

  static String row(Result result) {
    return String.format(
        Locale.ROOT,
        "| %-42s | %5d | %6d ms | %6d ms | %4d MiB | %-34s | %s |",
        result.name(),
        result.during().count(),
        result.during().p99().toMillis(),
        result.after().p99().toMillis(),
        result.peakMebibytes(),
        result.outcomes(),
        result.isGood() ? "held" : result.fault());
  }
}
