package parley.http.intake;

import io.netty.channel.EventLoop;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    INCOMPLETE,
    /** It has no complete header: it gives way first. */
    WAITING,
    /** It is between two requests: it gives way where none is waiting. */
    IDLE,
    /** A part of a header or message is held. */
    HOLDING;

    boolean includes(State state) {
      return switch (this) {
        case INCOMPLETE -> HOLDING.includes(state) || state == State.NEW || state == State.BODY;
        case WAITING -> state == State.NEW || state == State.HEADER;
        case IDLE -> state == State.IDLE;
        case HOLDING -> state == State.HEADER || state == State.MESSAGE;
      };
    }
  }

  private static final Logger log = LoggerFactory.getLogger(LoopWatch.class);

  private static final long LOOK_MS = 500;

  private final Deadlines deadlines;
  private final HeldBytes held;
  private final IntakeMetrics metrics;
  private final Loops loops;
  private final Map<Kind, Queue> queues = new EnumMap<>(Kind.class);
  private final AtomicBoolean roomAsked = new AtomicBoolean();

  @SuppressWarnings("NullAway.Init") // use() sets it before the first connection
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
    private volatile @Nullable Long eldestSince;
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

    @Nullable Client eldest() {
      return clients.isEmpty() ? null : clients.iterator().next();
    }

    private void publish() {
      var eldest = eldest();
      eldestSince = eldest == null ? null : Long.valueOf(eldest.since());
      size = clients.size();
    }
  }

  private Queue queue(Kind kind) {
    return Objects.requireNonNull(queues.get(kind));
  }

  void use(EventLoop its) {
    loop = its;
  }

  /** Since when the eldest client of this kind is so, or null; for any loop. */
  @Nullable Long eldestSince(Kind kind) {
    return queue(kind).eldestSince;
  }

  void moved(Client client) {
    forget(client);
    queues.forEach(
        (kind, queue) -> {
          if (kind.includes(client.state())) {
            queue.add(client);
          }
        });
    if (Kind.INCOMPLETE.includes(client.state())) {
      lookLater();
    }
  }

  void forget(Client client) {
    queues.values().forEach(queue -> queue.remove(client));
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
    var incomplete = queue(Kind.INCOMPLETE).clients;
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
      endEldest(Kind.HOLDING, Cut.BYTES);
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
   * @return false if all connections are in use
   */
  boolean giveWay() {
    return giveWay(Kind.WAITING) || giveWay(Kind.IDLE);
  }

  private boolean giveWay(Kind kind) {
    var where = loops.withEldest(kind);
    if (where == this) {
      endEldest(kind, Cut.CONNECTIONS);
      return true;
    }
    return where != null && where.askForPlace(kind);
  }

  /** For another loop; false where as many are asked for as there are. */
  private boolean askForPlace(Kind kind) {
    var queue = queue(kind);
    if (queue.asked.incrementAndGet() > queue.size) {
      queue.asked.decrementAndGet();
      return false;
    }
    loop.execute(
        () -> {
          queue.asked.decrementAndGet();
          endEldest(kind, Cut.CONNECTIONS);
        });
    return true;
  }

  private void endEldest(Kind kind, Cut reason) {
    var eldest = queue(kind).eldest();
    if (eldest != null) {
      end(eldest, reason, Refusals.FULL);
    }
  }

  private void end(Client client, Cut reason, Refusals refusal) {
    metrics.cut(reason);
    client.closed();
    client.refuse(refusal);
  }
}
