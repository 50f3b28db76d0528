package parley.bridge;

import io.vertx.core.Future;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.access.Viewer;
import parley.bridge.BridgeMetrics.Ending;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.SignedIn;

/** One client's connection: who it is, what it listens to and what waits for it to read. */
final class Connection {

  /** WebSocket close codes, RFC 6455, 7.4.1; SockJS' other transports have no use for them. */
  private static final int GOING_AWAY = 1001;

  private static final int POLICY_VIOLATION = 1008;

  /** UTF-8 has at most so many bytes for a {@code char}. */
  private static final int BYTES_PER_CHAR = 3;

  private final SockJSSocket socket;
  private final String address;
  private final int queueBytes;
  private final FrameMeter meter;
  private final BridgeMetrics metrics;
  private final Set<String> listening = new HashSet<>();
  private @Nullable SignedIn owner;
  private @Nullable String token;
  private @Nullable Future<Viewer> viewer;
  private long checkedAt;
  private long heardAt;
  private long waitingBytes;
  private int unanswered;
  private boolean ended;

  /**
   * @param address where the client is
   * @param now as of {@link System#nanoTime()}
   */
  Connection(
      SockJSSocket socket,
      String address,
      int queueBytes,
      FrameMeter meter,
      BridgeMetrics metrics,
      long now) {
    this.socket = socket;
    this.address = address;
    this.queueBytes = queueBytes;
    this.meter = meter;
    this.metrics = metrics;
    this.heardAt = now;
  }

  String address() {
    return address;
  }

  Optional<SignedIn> owner() {
    return Optional.ofNullable(owner);
  }

  /** The token of the owner's session; null for a guest. */
  @Nullable String token() {
    return token;
  }

  void setOwner(SignedIn signedIn, @Nullable String itsToken, long now) {
    owner = signedIn;
    token = itsToken;
    checkedAt = now;
    viewer = null;
  }

  /** Who is at the other end, as {@link Viewers} keeps it; null where that is not known. */
  @Nullable Future<Viewer> viewer() {
    return viewer;
  }

  void setViewer(@Nullable Future<Viewer> other) {
    viewer = other;
  }

  /** When it was last known that the owner's session lives. */
  long checkedAt() {
    return checkedAt;
  }

  void setCheckedAt(long now) {
    checkedAt = now;
  }

  Set<String> listening() {
    return listening;
  }

  long heardAt() {
    return heardAt;
  }

  FrameMeter.Verdict heard(long now) {
    heardAt = now;
    metrics.received();
    return meter.count(now);
  }

  /** Counts frames that are being worked on; gives how many there are with this one. */
  int begin() {
    return ++unanswered;
  }

  void answered() {
    unanswered--;
  }

  boolean ended() {
    return ended;
  }

  /**
   * Sends a frame. A client that does not read what it was sent before is cut off instead: it
   * fetches what it missed when it comes back, and memory is everybody's.
   */
  void send(String frame) {
    if (ended) {
      return;
    }
    if (waitingBytes > queueBytes) {
      end(Ending.SLOW, ForumException.of(Kind.TOO_LARGE, "This connection is read too slowly."));
    } else {
      write(frame);
    }
  }

  private void write(String frame) {
    var size = (long) frame.length() * BYTES_PER_CHAR;
    waitingBytes += size;
    metrics.sent();
    socket.write(frame).onComplete(written -> waitingBytes -= size);
  }

  /** Says why, and closes. */
  void end(Ending reason, ForumException refusal) {
    if (!ended) {
      ended = true;
      metrics.ended(reason);
      write(Frames.refused(null, refusal));
      socket.close(POLICY_VIOLATION, String.valueOf(refusal.getMessage()));
    }
  }

  /** This process stops; the client may come back at once. */
  void goAway() {
    if (!ended) {
      ended = true;
      socket.close(GOING_AWAY, "Stopping.");
    }
  }

  /** The socket is closed already, by whomever. */
  void closed() {
    ended = true;
  }
}
