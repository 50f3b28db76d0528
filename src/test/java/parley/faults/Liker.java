package parley.faults;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import parley.faults.Ledger.Entry;

/** Likes topics of others, takes some likes back, and repeats each until it is acknowledged. */
final class Liker implements Runnable {

  private static final long PAUSE_MS = 100;

  private final Ledger ledger;
  private final Asker asker;
  private final Random random;
  private final BooleanSupplier stopping;

  Liker(Ledger ledger, Forums forum, Random random, BooleanSupplier stopping) {
    this.ledger = ledger;
    this.asker = new Asker(ledger, forum);
    this.random = random;
    this.stopping = stopping;
  }

  @Override
  public void run() {
    while (!stopping.getAsBoolean()) {
      var topics = ledger.entries(Kept.TOPIC);
      if (!topics.isEmpty()) {
        like(topics.get(random.nextInt(topics.size())).id(), random.nextInt(4) > 0);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
    }
  }

  private void like(long topic, boolean likes) {
    var key = "0:" + topic + ":" + asker.forum().id();
    var entry = new Entry(Kept.LIKE, key, topic, "liked");
    ledger.forget(entry);
    asker.until(200, likes ? "PUT" : "DELETE", "/api/topic/" + topic + "/like", null, null);
    ledger.count(likes ? "likes" : "likes taken back");
    if (likes) {
      ledger.acknowledge(entry);
    } else {
      ledger.withdraw(entry);
    }
  }
}
