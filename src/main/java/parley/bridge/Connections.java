package parley.bridge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.bridge.BridgeMetrics.Ending;
import parley.config.Bridge;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.SignedIn;
import parley.session.SessionRevoked;

/** The connections on this event loop, by member. For use on that event loop only. */
final class Connections {

  /**
   * A session may end while it is being looked up for a new connection; the lookup takes no longer
   * than this.
   */
  private static final Duration LOOKUP = Duration.ofMinutes(1);

  private final Bridge limits;
  private final ConnectionCounts counts;
  private final Attendance attendance;
  private final Set<Connection> all = new HashSet<>();
  private final Set<Connection> guests = new HashSet<>();
  private final Map<Long, Set<Connection>> byMember = new HashMap<>();
  private final Cache<String, Boolean> revoked =
      Caffeine.newBuilder().expireAfterWrite(LOOKUP).build();

  Connections(Bridge limits, ConnectionCounts counts, Attendance attendance) {
    this.limits = limits;
    this.counts = counts;
    this.attendance = attendance;
  }

  List<Connection> all() {
    return List.copyOf(all);
  }

  /** The members who have connections. */
  List<Long> members() {
    return List.copyOf(byMember.keySet());
  }

  List<Connection> of(long memberId) {
    return List.copyOf(byMember.getOrDefault(memberId, Set.of()));
  }

  void add(Connection connection) {
    all.add(connection);
    counts.enter();
  }

  /**
   * Adds a guest's connection. It may become a member's later.
   *
   * @throws ForumException of kind RATE_LIMITED if the network has too many guest connections
   */
  void addGuest(Connection connection) {
    if (!counts.enterGuest(connection.address())) {
      throw ForumException.of(
          Kind.RATE_LIMITED,
          "At most " + limits.guestsPerNetwork() + " guests of one network can be connected.");
    }
    guests.add(connection);
  }

  private void removeGuest(Connection connection) {
    if (guests.remove(connection)) {
      counts.leaveGuest(connection.address());
    }
  }

  /**
   * Assigns the connection to this member.
   *
   * @throws ForumException of kind UNAUTHENTICATED for a session that has just ended, RATE_LIMITED
   *     where the member has too many connections
   */
  void assign(Connection connection, SignedIn owner, @Nullable String token, long now) {
    if (revoked.getIfPresent(owner.sessionId()) != null) {
      throw Rules.signIn();
    }
    var memberId = owner.member().id();
    if (!counts.enterMember(memberId)) {
      throw ForumException.of(
          Kind.RATE_LIMITED,
          "A member can have at most " + limits.connectionsPerMember() + " connections.");
    }
    removeGuest(connection);
    connection.setOwner(owner, token, now);
    var theirs = byMember.computeIfAbsent(memberId, id -> new HashSet<>());
    theirs.add(connection);
    if (theirs.size() == 1) {
      attendance.came(memberId);
    }
  }

  void remove(Connection connection) {
    all.remove(connection);
    counts.leave();
    removeGuest(connection);
    connection
        .owner()
        .map(owner -> owner.member().id())
        .ifPresent(memberId -> left(connection, memberId));
  }

  private void left(Connection connection, long memberId) {
    var theirs = byMember.get(memberId);
    if (theirs == null || !theirs.remove(connection)) {
      return;
    }
    counts.leaveMember(memberId);
    if (theirs.isEmpty()) {
      byMember.remove(memberId);
      attendance.left(memberId);
    }
  }

  /** Closes the connections of a session that has ended, also those that are still being opened. */
  void revoke(SessionRevoked session) {
    revoked.put(session.sessionId(), true);
    of(session.memberId()).stream()
        .filter(
            connection ->
                connection
                    .owner()
                    .filter(owner -> owner.sessionId().equals(session.sessionId()))
                    .isPresent())
        .forEach(Connections::signedOut);
  }

  static void signedOut(Connection connection) {
    connection.end(
        Ending.SIGNED_OUT, ForumException.of(Kind.UNAUTHENTICATED, "This session has ended."));
  }
}
