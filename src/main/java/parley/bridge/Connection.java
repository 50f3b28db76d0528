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

/** One client's connection: its member, its registrations and the bytes that wait to be written. */
final class Connection {

  /** WebSocket close codes, RFC 6455, 7.4.1; the other transports of SockJS do not use them. */
  private static final int GOING_AWAY = 1001;

  private static final int POLICY_VIOLATION = 1008;

  /** UTF-8 needs at most this many bytes for a {@code char}. */
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
   * @param address the client's IP address
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

  /** The client as a viewer, as {@link Viewers} keeps it; null if it is not known yet. */
  @Nullable Future<Viewer> viewer() {
    return viewer;
  }

  void setViewer(@Nullable Future<Viewer> other) {
    viewer = other;
  }

  /** When the owner's session was last checked, in nanoseconds of {@link System#nanoTime()}. */
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

  /** Counts a frame that is being processed; returns the number of such frames. */
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
   * Sends a frame. If more than {@code bridge.queueBytes} wait for the client, the connection is
   * closed instead, to limit memory; the client fetches what it missed after it has reconnected.
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

  /** Sends the reason, and closes the connection. */
  void end(Ending reason, ForumException refusal) {
    if (!ended) {
      ended = true;
      metrics.ended(reason);
      write(Frames.refused(null, refusal));
      socket.close(POLICY_VIOLATION, String.valueOf(refusal.getMessage()));
    }
  }

  /** Closes the connection because this process stops; the client may reconnect at once. */
  void goAway() {
    if (!ended) {
      ended = true;
      socket.close(GOING_AWAY, "Stopping.");
    }
  }

  /** The socket was closed, by either side. */
  void closed() {
    ended = true;
  }
}
