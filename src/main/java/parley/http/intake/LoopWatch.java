package parley.http.intake;

import io.netty.channel.EventLoop;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.http.intake.Client.State;
import parley.http.intake.IntakeMetrics.Cut;

/**
 * The connections of one event loop that can be closed to make room: those with an incomplete
 * request, and idle ones, each ordered by the time of the last change. For use on that event loop.
 */
final class LoopWatch {

  private static final Logger log = LoggerFactory.getLogger(LoopWatch.class);

  private static final Set<State> INCOMPLETE =
      Set.of(State.NEW, State.HEADER, State.BODY, State.MESSAGE);

  private static final long LOOK_MS = 500;

  private final Deadlines deadlines;
  private final HeldBytes held;
  private final IntakeMetrics metrics;
  private final Set<Client> incomplete = new LinkedHashSet<>();
  private final Set<Client> idle = new LinkedHashSet<>();

  @SuppressWarnings("NullAway.Init") // use() sets it before the first connection
  private EventLoop loop;

  private boolean looks;

  LoopWatch(Deadlines deadlines, HeldBytes held, IntakeMetrics metrics) {
    this.deadlines = deadlines;
    this.held = held;
    this.metrics = metrics;
  }

  void use(EventLoop its) {
    loop = its;
  }

  void moved(Client client) {
    forget(client);
    if (INCOMPLETE.contains(client.state())) {
      incomplete.add(client);
      lookLater();
    } else if (client.state() == State.IDLE) {
      idle.add(client);
    }
  }

  void forget(Client client) {
    incomplete.remove(client);
    idle.remove(client);
  }

  /** A timer only while there is something to look at. */
  @SuppressWarnings("FutureReturnValueIgnored") // look() logs its failures
  private void lookLater() {
    if (!looks) {
      looks = true;
      loop.schedule(this::look, LOOK_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    looks = false;
    var now = System.nanoTime();
    try {
      for (var client : List.copyOf(incomplete)) {
        if (client.isLate(now, deadlines)) {
          end(client, Cut.LATE, Refusals.LATE);
        }
      }
    } catch (RuntimeException e) {
      log.error("A connection that was too slow could not be closed", e);
    }
    if (!incomplete.isEmpty()) {
      lookLater();
    }
  }

  /**
   * Closes the connections with the oldest incomplete requests until the held bytes are within the
   * limit.
   */
  void makeRoom(Client cause) {
    while (held.isUnfinishedFull()) {
      var eldest = eldest(State.HEADER, State.MESSAGE);
      if (eldest == null) {
        eldest = cause; // the bytes are held on other event loops
      }
      end(eldest, Cut.BYTES, Refusals.FULL);
      if (eldest == cause) {
        return;
      }
    }
  }

  /**
   * Closes a connection to make room for another: the one whose header has been incomplete for the
   * longest time, or else the one that has been idle for the longest time.
   *
   * @return false if all connections are in use
   */
  boolean giveWay() {
    var eldest = eldest(State.HEADER, State.NEW);
    if (eldest == null) {
      eldest = idle.isEmpty() ? null : idle.iterator().next();
    }
    if (eldest == null) {
      return false;
    }
    end(eldest, Cut.CONNECTIONS, Refusals.FULL);
    return true;
  }

  private @Nullable Client eldest(State one, State other) {
    for (var client : incomplete) {
      if (client.state() == one || client.state() == other) {
        return client;
      }
    }
    return null;
  }

  private void end(Client client, Cut reason, Refusals refusal) {
    metrics.cut(reason);
    client.closed();
    client.refuse(refusal);
  }
}
