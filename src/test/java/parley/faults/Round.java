package parley.faults;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writers and faults for a while, and then the comparison. */
final class Round {

  private static final int AUTHORS = 6;
  private static final int TALKERS = 2;

  /** After the last fault, all that is under way must be acknowledged within this time. */
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);

  private final Stand stand;
  private final Ledger ledger;
  private final Random random;
  private final String name;
  private final AtomicBoolean stopping = new AtomicBoolean();

  Round(Stand stand, Ledger ledger, long seed, String name) {
    this.stand = stand;
    this.ledger = ledger;
    this.random = new Random(seed);
    this.name = name;
  }

  /** The comparison after it. */
  Verdict run(Duration time, Chaos chaos) throws IOException, SQLException, InterruptedException {
    var threads = new ArrayList<Thread>();
    for (var writer : writers()) {
      threads.add(new Thread(writer, name + " " + threads.size()));
    }
    threads.forEach(Thread::start);
    var until = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < until) {
      chaos.once();
    }
    stopping.set(true);
    var deadline = System.nanoTime() + ENDS_WITHIN.toNanos();
    for (var thread : threads) {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
      if (thread.isAlive()) {
        ledger.find(thread.getName() + " still waits for an acknowledgement");
        thread.interrupt();
      }
    }
    return Verdict.of(stand.mysql(), ledger);
  }

  private List<Runnable> writers() throws IOException {
    var writers = new ArrayList<Runnable>();
    for (var n = 0; n < AUTHORS; n++) {
      var member = Forums.register(stand.port(), name + "a" + n);
      var forum = new Forums(stand.port(), member.getString("token"));
      var seed = new Random(random.nextLong());
      writers.add(new Author(ledger, forum, seed, name, stopping::get));
    }
    for (var n = 0; n < TALKERS; n++) {
      var one = Forums.register(stand.port(), name + "t" + n);
      var other = Forums.register(stand.port(), name + "u" + n);
      var with = JsonObject.of("userId", other.getJsonObject("user").getLong("id"));
      var token = one.getString("token");
      var room = new Forums(stand.port(), token).send("POST", "/api/chat/new", null, with);
      var roomId = new JsonObject(room.body()).getString("roomId");
      writers.add(new Talker(ledger, stand.port(), token, roomId, stopping::get));
    }
    return writers;
  }
}
