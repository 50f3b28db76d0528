package parley.faults;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import parley.faults.Ledger.Entry;

/** Makes boards and groups, and repeats each with its key until it is acknowledged. */
final class Administrator implements Runnable {

  private static final long PAUSE_MS = 1_000;

  private final Ledger ledger;
  private final Asker asker;
  private final BooleanSupplier stopping;

  Administrator(Ledger ledger, Forums forum, BooleanSupplier stopping) {
    this.ledger = ledger;
    this.asker = new Asker(ledger, forum);
    this.stopping = stopping;
  }

  @Override
  public void run() {
    while (!stopping.getAsBoolean()) {
      make(Kept.BOARD, "/api/admin/boards", "title", "boards");
      make(Kept.GROUP, "/api/admin/groups", "name", "groups");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
    }
  }

  private void make(Kept kind, String path, String field, String counted) {
    var key = UUID.randomUUID().toString();
    var name = "b" + key.replace("-", "").substring(0, 24);
    var made = asker.until(201, "POST", path, key, JsonObject.of(field, name));
    ledger.count(counted);
    ledger.acknowledge(new Entry(kind, name, made.getLong("id"), name));
  }
}
