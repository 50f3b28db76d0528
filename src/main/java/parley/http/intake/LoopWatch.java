package parley.http.intake;

import io.netty.channel.EventLoop;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import parley.http.intake.Client.State;
import parley.http.intake.IntakeMetrics.Cut;

/**
 * The connections of one event loop that could be ended, each kind with the longest unchanged
 * first. For use on that loop, except where other loops ask for room.
 */
final class LoopWatch {

  /** What a connection may be, for being ended. */
  enum Kind {
    /** Its request is not complete: it has a deadline. */
    INCOMPLETE(Set.of(State.NEW, State.HEADER, State.BODY, State.MESSAGE)),
    /** It has no complete header: it gives way first. */
    WAITING(Set.of(State.NEW, State.HEADER)),
    /** It is between two requests: it gives way where none is waiting. */
    IDLE(Set.of(State.IDLE)),
    /** A part of a header or message is held. */
    HOLDING(Set.of(State.HEADER, State.MESSAGE));

    private final Set<State> states;

    Kind(Set<State> states) {
      this.states = states;
    }
  }

  private static final long LOOK_MS = 500;

  private final Deadlines deadlines;
  private final HeldBytes held;
  private final IntakeMetrics metrics;
  private final Loops loops;
  private final Map<Kind, Queue> queues = new EnumMap<>(Kind.class);
  private final AtomicBoolean roomAsked = new AtomicBoolean();
  private volatile EventLoop loop;
  private boolean looks;

  LoopWatch(Deadlines deadlines, HeldBytes held, IntakeMetrics metrics, Loops loops) {
    this.deadlines = deadlines;
    this.held = held;
    this.metrics = metrics;
    this.loops = loops;
    for (var kind : Kind.values()) {
      queues.put(kind, new Queue());
    }
    loops.add(this);
  }

  /** Clients of one kind, and what other loops may know of them. */
  private static final class Queue {
    private final Set<Client> clients = new LinkedHashSet<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Long eldestSince;
    private volatile int size;

    void add(Client client) {
      if (clients.add(client)) {
        publish();
      }
    }

    void remove(Client client) {
      if (clients.remove(client)) {
        publish();
      }
    }

    Client eldest() {
      return clients.isEmpty() ? null : clients.iterator().next();
    }

    private void publish() {
      var eldest = eldest();
      eldestSince = eldest == null ? null : Long.valueOf(eldest.since());
      size = clients.size();
    }
  }

  void use(EventLoop its) {
    loop = its;
  }

  /** Since when the eldest client of this kind is so, or null; for any loop. */
  Long eldestSince(Kind kind) {
    return queues.get(kind).eldestSince;
  }

  void moved(Client client) {
    forget(client);
    queues.forEach(
        (kind, queue) -> {
          if (kind.states.contains(client.state())) {
            queue.add(client);
          }
        });
    if (Kind.INCOMPLETE.states.contains(client.state())) {
      lookLater();
    }
  }

  void forget(Client client) {
    queues.values().forEach(queue -> queue.remove(client));
  }

  /** A timer only while there is something to look at. */
  private void lookLater() {
    if (!looks) {
      looks = true;
      loop.schedule(this::look, LOOK_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    looks = false;
    var now = System.nanoTime();
    var incomplete = queues.get(Kind.INCOMPLETE).clients;
    for (var client : List.copyOf(incomplete)) {
      if (client.isLate(now, deadlines)) {
        end(client, Cut.LATE, Refusals.LATE);
      }
    }
    if (!incomplete.isEmpty()) {
      lookLater();
    }
  }

  /**
   * Ends what has been incomplete for longest on any loop, until what is held fits. Another loop
   * does so a moment later; a client that sends more meanwhile than there is room for is ended.
   */
  void makeRoom(Client cause) {
    if (!makeRoom() && held.isUnfinishedFarOver()) {
      end(cause, Cut.BYTES, Refusals.FULL);
    }
  }

  /** False where another loop has been asked. */
  private boolean makeRoom() {
    while (held.isUnfinishedFull()) {
      var where = loops.withEldest(Kind.HOLDING);
      if (where == null) {
        return true;
      }
      if (where != this) {
        where.askForRoom();
        return false;
      }
      end(queues.get(Kind.HOLDING).eldest(), Cut.BYTES, Refusals.FULL);
    }
    return true;
  }

  private void askForRoom() {
    if (roomAsked.compareAndSet(false, true)) {
      loop.execute(
          () -> {
            roomAsked.set(false);
            makeRoom();
          });
    }
  }

  /**
   * Ends a connection so that another has its place: the one that has been without a complete
   * header for longest, else the one that has been idle for longest, on whichever loop it is.
   *
   * @return false where all are in use
   */
  boolean giveWay() {
    return giveWay(Kind.WAITING) || giveWay(Kind.IDLE);
  }

  private boolean giveWay(Kind kind) {
    var where = loops.withEldest(kind);
    if (where == this) {
      endEldest(kind);
      return true;
    }
    return where != null && where.askForPlace(kind);
  }

  /** For another loop; false where as many are asked for as there are. */
  private boolean askForPlace(Kind kind) {
    var queue = queues.get(kind);
    if (queue.asked.incrementAndGet() > queue.size) {
      queue.asked.decrementAndGet();
      return false;
    }
    loop.execute(
        () -> {
          queue.asked.decrementAndGet();
          endEldest(kind);
        });
    return true;
  }

  private void endEldest(Kind kind) {
    var eldest = queues.get(kind).eldest();
    if (eldest != null) {
      end(eldest, Cut.CONNECTIONS, Refusals.FULL);
    }
  }

  private void end(Client client, Cut reason, Refusals refusal) {
    metrics.cut(reason);
    client.closed();
    client.refuse(refusal);
  }
}
