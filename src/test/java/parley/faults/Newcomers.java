package parley.faults;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import parley.faults.Ledger.Entry;

/** Registers one member after the other, each with a picture. */
final class Newcomers implements Runnable {

  private static final long PAUSE_MS = 100;

  private final Ledger ledger;
  private final int port;
  private final BooleanSupplier stopping;

  Newcomers(Ledger ledger, int port, BooleanSupplier stopping) {
    this.ledger = ledger;
    this.port = port;
    this.stopping = stopping;
  }

  @Override
  public void run() {
    while (!stopping.getAsBoolean()) {
      var name = "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 18);
      var member = register(name);
      var id = member.getJsonObject("user").getLong("id");
      ledger.acknowledge(new Entry(Kept.MEMBER, name, id, name));
      ledger.count("registrations");
      upload(new Forums(port, member.getString("token"), id));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
    }
  }

  /** A registration whose first answer was lost may find its own name taken; then it signs in. */
  private JsonObject register(String name) {
    var guest = new Asker(ledger, new Forums(port, null));
    var key = UUID.randomUUID().toString();
    var answer =
        guest.until(
            Set.of(201, 422),
            "POST /api/register",
            () -> guest.forum().send("POST", "/api/register", key, Forums.account(name)));
    if (answer.statusCode() == 201) {
      return new JsonObject(answer.body());
    }
    if (!answer.body().contains("\"taken\"")) {
      ledger.find("POST /api/register: " + answer.body());
    }
    ledger.count("registrations that found their own name");
    var signIn = JsonObject.of("username", name, "password", Forums.PASSWORD);
    return guest.until(200, "POST", "/api/login", null, signIn);
  }

  private void upload(Forums forum) {
    var asker = new Asker(ledger, forum);
    var picture = Forums.picture();
    var answer =
        asker.until(
            Set.of(200), "POST /api/image/add", () -> forum.upload("/api/image/add", picture));
    var path = new JsonObject(answer.body()).getString("image");
    ledger.acknowledge(new Entry(Kept.PICTURE, Long.toString(forum.id()), forum.id(), path));
    ledger.count("pictures");
  }
}
