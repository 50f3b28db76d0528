package parley.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import parley.attack.Crowd;
import parley.store.Wire;

/** Does one thing after the other to the forum and its stores, and mends it. */
final class Chaos {

  /** With how often each is chosen. */
  private enum Fault {
    CUT(2),
    SWALLOW(2),
    LOSE_ANSWERS(2),
    HALF_CLOSE(2),
    DELAY(2),
    FREEZE(2),
    DISK_FULL(1),
    CROWD(1),
    KILL_STORE(8),
    KILL_FORUM(8);

    private final int weight;

    Fault(int weight) {
      this.weight = weight;
    }

    static Fault of(Random random) {
      var left = random.nextInt(Stream.of(values()).mapToInt(fault -> fault.weight).sum());
      for (var fault : values()) {
        left -= fault.weight;
        if (left < 0) {
          return fault;
        }
      }
      throw new IllegalStateException();
    }

    boolean isOfAStore() {
      return this != KILL_FORUM && this != CROWD && this != DISK_FULL;
    }
  }

  static final String KILLS = "KILL";

  private enum Store {
    MYSQL("mariadbd"),
    REDIS("redis-server");

    private final String program;

    Store(String program) {
      this.program = program;
    }
  }

  private static final long DELAY_MS = 300;

  /** Guests at once: more than are served at a time. */
  private static final int CROWD = 400;

  /** After a fault, this is how long it may take until something is acknowledged again. */
  private static final long RECOVERY_MS = 30_000;

  private final Stand stand;
  private final Ledger ledger;
  private final Random random;
  private long longestRecoveryMs;
  private String longestAfter = "nothing";

  Chaos(Stand stand, Ledger ledger, Random random) {
    this.stand = stand;
    this.ledger = ledger;
    this.random = random;
  }

  /** One fault, chosen at random; returns when the forum acknowledges writes again. */
  void once() {
    var fault = Fault.of(random);
    var store = Store.values()[random.nextInt(Store.values().length)];
    if (fault == Fault.DISK_FULL && !stand.disk().canBeFilled()) {
      ledger.count("disks not filled: only root can mount one");
      return;
    }
    var name = fault + (fault.isOfAStore() ? " of " + store : "");
    ledger.count("fault " + name);
    happen(fault, store);
    var mended = System.nanoTime();
    while (!ledger.hasSucceededSince(mended)) {
      if (sinceMs(mended) > RECOVERY_MS) {
        ledger.find("no write within " + RECOVERY_MS + " ms after " + name);
        return;
      }
      pause(5);
    }
    if (sinceMs(mended) > longestRecoveryMs) {
      longestRecoveryMs = sinceMs(mended);
      longestAfter = name;
    }
  }

  private void happen(Fault fault, Store store) {
    var wire = store == Store.MYSQL ? stand.mysqlWire() : stand.redisWire();
    switch (fault) {
      case CUT -> during(wire, Wire::cut, 100, 1_500);
      case SWALLOW -> during(wire, Wire::swallow, 100, 4_000);
      case LOSE_ANSWERS -> during(wire, Wire::loseAnswers, 100, 4_000);
      case HALF_CLOSE -> during(wire, Wire::halfClose, 100, 1_000);
      case DELAY -> during(wire, slow -> slow.delay(DELAY_MS), 1_000, 5_000);
      case FREEZE -> {
        var process = stand.process(store.program);
        signal(process, "STOP");
        pauseBetween(100, 4_000);
        signal(process, "CONT");
      }
      case DISK_FULL -> {
        stand.disk().fill();
        pauseBetween(500, 4_000);
        stand.disk().free();
      }
      case CROWD -> crowd();
      case KILL_STORE -> stand.process(store.program).destroyForcibly();
      case KILL_FORUM -> stand.forum().killAndStart();
    }
  }

  private void crowd() {
    var time = Duration.ofMillis(1_000 + random.nextInt(3_000));
    var crowd = Crowd.send(stand.port(), CROWD, time, List.of("/api/search?q=word", "/api/index"));
    ledger.count("requests of crowds", crowd.requests());
    crowd.faults().forEach(ledger::find);
  }

  private void during(Wire wire, Consumer<Wire> fault, int least, int most) {
    fault.accept(wire);
    pauseBetween(least, most);
    wire.mend();
  }

  private static void signal(ProcessHandle process, String name) {
    try {
      new ProcessBuilder(List.of("kill", "-s", name, Long.toString(process.pid())))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pauseBetween(int least, int most) {
    pause(least + random.nextInt(most - least));
  }

  static void pause(long milliseconds) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }

  private static long sinceMs(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  /** The longest time from the end of a fault to the next acknowledgement, in words. */
  String longestRecovery() {
    return longestRecoveryMs + " ms after " + longestAfter;
  }
}
