package parley.faults;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import parley.store.Wire;

/** Does one thing after the other to the forum and its stores, and mends it. */
final class Chaos {

  private enum Fault {
    CUT,
    SWALLOW,
    LOSE_ANSWERS,
    HALF_CLOSE,
    DELAY,
    FREEZE,
    KILL_STORE,
    KILL_FORUM
  }

  private enum Store {
    MYSQL("mariadbd"),
    REDIS("redis-server");

    private final String program;

    Store(String program) {
      this.program = program;
    }
  }

  private static final long DELAY_MS = 300;

  /** After a fault, this is how long it may take until something is acknowledged again. */
  private static final long RECOVERY_MS = 30_000;

  private final Stand stand;
  private final Ledger ledger;
  private final Random random;
  private long longestRecoveryMs;

  Chaos(Stand stand, Ledger ledger, Random random) {
    this.stand = stand;
    this.ledger = ledger;
    this.random = random;
  }

  /** One fault, chosen at random; returns when the forum acknowledges writes again. */
  void once() {
    var fault = Fault.values()[random.nextInt(Fault.values().length)];
    var store = Store.values()[random.nextInt(Store.values().length)];
    ledger.count("fault " + fault + (fault == Fault.KILL_FORUM ? "" : " of " + store));
    happen(fault, store);
    var mended = System.nanoTime();
    while (!ledger.hasSucceededSince(mended)) {
      if (sinceMs(mended) > RECOVERY_MS) {
        ledger.find("no write within " + RECOVERY_MS + " ms after " + fault + " of " + store);
        return;
      }
      pause(5);
    }
    longestRecoveryMs = Math.max(longestRecoveryMs, sinceMs(mended));
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
      case KILL_STORE -> stand.process(store.program).destroyForcibly();
      case KILL_FORUM -> stand.forum().killAndStart();
    }
  }

  private void during(Wire wire, java.util.function.Consumer<Wire> fault, int least, int most) {
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

  private static void pause(long milliseconds) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }

  private static long sinceMs(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  long longestRecoveryMs() {
    return longestRecoveryMs;
  }
}
