package parley.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.access.Access;
import parley.failure.ForumException;
import parley.member.Member;
import parley.member.MemberService;
import parley.member.SignedIn;
import parley.session.SessionRepository.Stored;
import parley.session.SessionTokens.Claims;
import parley.store.RedisStore;
import parley.store.Signals;

/**
 * Creates, checks and ends sessions. A token is valid while its session is in Redis and has the
 * member's current password version. So ending a session, or setting a new password, invalidates
 * its tokens immediately in all processes.
 */
public final class SessionService {

  private static final Logger log = LoggerFactory.getLogger(SessionService.class);
  private static final int ID_BYTES = 16;

  /** The age of a session's last-seen time after which a request updates it. */
  private static final Duration SEEN_PRECISION = Duration.ofMinutes(1);

  private final SessionRepository sessions;
  private final SessionTokens tokens;
  private final SessionEvents events;
  private final Signals signals;
  private final RecentSessions recent;
  private final MemberService members;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param key at least 32 bytes that sign the tokens
   * @param lifetime how long a sign-in lasts
   */
  public SessionService(
      Vertx vertx,
      RedisStore redis,
      Signals signals,
      byte[] key,
      Duration lifetime,
      MemberService members,
      Clock clock) {
    this.sessions = new SessionRepository(redis, lifetime);
    this.tokens = new SessionTokens(vertx, key, lifetime);
    this.events = new SessionEvents(vertx.eventBus());
    this.signals = signals;
    this.recent = new RecentSessions(signals);
    this.members = members;
    this.clock = clock;
  }

  /**
   * Creates a session for a member.
   *
   * @return the session's token
   */
  public Future<String> open(Member member, String userAgent) {
    var now = clock.instant();
    var session =
        new Stored(
            newId(), member.id(), member.passwordVersion(), Device.name(userAgent), now, now);
    return sessions.add(session).map(added -> tokens.sign(member.id(), session.id()));
  }

  /** The owner of the token; empty if it is malformed, forged, expired or revoked. */
  public Future<Optional<SignedIn>> authenticate(String token) {
    return tokens
        .verify(token)
        .compose(
            claims -> claims.map(this::session).orElse(Future.succeededFuture(Optional.empty())))
        .compose(
            session -> session.map(this::owner).orElse(Future.succeededFuture(Optional.empty())));
  }

  /**
   * As {@link #authenticate}, but it may remember for a few seconds what it was told: for what
   * guests may read too. A session that has ended is forgotten at once.
   */
  public Future<Optional<SignedIn>> recall(String token) {
    return recent.find(token, () -> authenticate(token));
  }

  private Future<Optional<Stored>> session(Claims claims) {
    return sessions
        .find(claims.sessionId())
        .map(found -> found.filter(session -> session.memberId() == claims.memberId()));
  }

  private Future<Optional<SignedIn>> owner(Stored session) {
    return members
        .find(session.memberId())
        .map(
            found ->
                found
                    .filter(member -> member.passwordVersion() == session.passwordVersion())
                    .map(member -> new SignedIn(member, session.id())))
        .onSuccess(owner -> owner.ifPresent(signedIn -> touch(session)));
  }

  /** The caller does not wait for this, and a failure has no effect. */
  private void touch(Stored session) {
    var now = clock.instant();
    if (session.lastSeenAt().plus(SEEN_PRECISION).isBefore(now)
        || session.createdAt().equals(session.lastSeenAt())) {
      sessions
          .seen(session.id(), now)
          .onFailure(failure -> log.debug("Cannot update a last-seen time", failure));
    }
  }

  /** The member's sessions, most recently seen first. */
  public Future<List<Session>> list(SignedIn caller) {
    return sessions
        .findOf(caller.member().id())
        .map(
            found ->
                found.stream()
                    .filter(
                        session -> session.passwordVersion() == caller.member().passwordVersion())
                    .sorted(Comparator.comparing(Stored::lastSeenAt).reversed())
                    .map(session -> shown(session, caller))
                    .toList());
  }

  private static Session shown(Stored session, SignedIn caller) {
    return new Session(
        session.id(),
        session.device(),
        session.createdAt(),
        session.lastSeenAt(),
        session.id().equals(caller.sessionId()));
  }

  /** Ends one of the caller's sessions. Fails with NOT_FOUND if it is not the caller's. */
  public Future<Void> revoke(SignedIn caller, String sessionId) {
    return sessions
        .find(sessionId)
        .compose(
            found ->
                found
                    .filter(session -> session.memberId() == caller.member().id())
                    .map(session -> end(session.memberId(), List.of(sessionId)))
                    .orElseGet(() -> Future.failedFuture(ForumException.notFound("session"))));
  }

  /** Ends all of a member's sessions. */
  public Future<Void> endAll(long memberId) {
    return changed(memberId)
        .compose(told -> sessions.findOf(memberId))
        .compose(found -> end(memberId, found.stream().map(Stored::id).toList()));
  }

  /** Ends all of a member's sessions except the caller's, which continues with the new password. */
  public Future<Void> endOthers(SignedIn caller, int passwordVersion) {
    return changed(caller.member().id())
        .compose(told -> sessions.setPasswordVersion(caller.sessionId(), passwordVersion))
        .compose(kept -> sessions.findOf(caller.member().id()))
        .map(found -> found.stream().map(Stored::id).toList())
        .map(ids -> ids.stream().filter(id -> !id.equals(caller.sessionId())).toList())
        .compose(ids -> end(caller.member().id(), ids));
  }

  private Future<Void> end(long memberId, List<String> ids) {
    return sessions
        .remove(memberId, ids)
        .onSuccess(removed -> ids.forEach(id -> events.revoked(memberId, id)))
        .compose(removed -> changed(memberId));
  }

  /**
   * Drops the member's sessions from the caches of all processes. Processes that receive no signals
   * cache nothing.
   */
  private Future<Void> changed(long memberId) {
    return signals.send(Access.SESSIONS, Long.toString(memberId)).otherwiseEmpty();
  }

  private String newId() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
