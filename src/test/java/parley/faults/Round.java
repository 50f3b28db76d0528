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
import parley.member.Role;
import parley.store.Jdbc;

/** Writers and faults for a while, and then the comparison. */
final class Round {

  private static final int AUTHORS = 6;
  private static final int TALKERS = 2;
  private static final int LIKERS = 2;

  /** After the last fault, all that is under way must be acknowledged within this time. */
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);

  private final Stand stand;
  private final Ledger ledger;
  private final Found search;
  private final Random random;
  private final String name;
  private final AtomicBoolean stopping = new AtomicBoolean();

  Round(Stand stand, Ledger ledger, Found search, long seed, String name) {
    this.stand = stand;
    this.ledger = ledger;
    this.search = search;
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
    return Verdict.of(stand, ledger, search);
  }

  private List<Runnable> writers() throws IOException, SQLException {
    var writers = new ArrayList<Runnable>();
    var mentioned = "r" + name;
    Forums.register(stand.port(), mentioned);
    var watcher = member("w");
    for (var n = 0; n < AUTHORS; n++) {
      writers.add(
          new Author(ledger, member("a" + n), watcher, mentioned, random(), name, stopping::get));
    }
    for (var n = 0; n < LIKERS; n++) {
      writers.add(new Liker(ledger, member("l" + n), random(), stopping::get));
    }
    for (var n = 0; n < TALKERS; n++) {
      writers.add(talker(n));
    }
    writers.add(new Newcomers(ledger, stand.port(), stopping::get));
    writers.add(new Administrator(ledger, administrator(), stopping::get));
    return writers;
  }

  private Talker talker(int number) throws IOException {
    var one = member("t" + number);
    var with = JsonObject.of("userId", member("u" + number).id());
    var room = one.send("POST", "/api/chat/new", null, with);
    var roomId = new JsonObject(room.body()).getString("roomId");
    return new Talker(ledger, stand.port(), one.token(), roomId, stopping::get);
  }

  private Forums administrator() throws IOException, SQLException {
    var member = member("b");
    try (var connection = Jdbc.connect(stand.mysql());
        var statement = connection.prepareStatement("UPDATE member SET role = ? WHERE id = ?")) {
      statement.setString(1, Role.ADMIN.word());
      statement.setLong(2, member.id());
      statement.executeUpdate();
    }
    return member;
  }

  private Forums member(String letter) throws IOException {
    return Forums.of(stand.port(), Forums.register(stand.port(), name + letter));
  }

  private Random random() {
    return new Random(random.nextLong());
  }
}
