package parley.chat;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.limit.Limit;
import parley.limit.RateLimits;
import parley.member.Member;
import parley.member.VerifiedMembers;
import parley.store.Database;

/** Decides who may write to whom, and how many conversations a member may begin. */
final class ContactPolicy {

  /** So long a member is new. */
  private static final Duration NEW = Duration.ofDays(1);

  /** A new member may begin this part of the conversations that others may. */
  private static final int PART_OF_NEW = 5;

  private final Database database;
  private final RateLimits limits;
  private final Limit rooms;
  private final VerifiedMembers verified;
  private final Clock clock;
  private final PrivacyRepository privacy = new PrivacyRepository();

  ContactPolicy(
      Database database, RateLimits limits, Limit rooms, VerifiedMembers verified, Clock clock) {
    this.database = database;
    this.limits = limits;
    this.rooms = rooms;
    this.verified = verified;
    this.clock = clock;
  }

  /** Counts a new conversation. Fails with RATE_LIMITED. */
  Future<Void> countRoom(Member caller, String address) {
    var isNew = caller.createdAt().plus(NEW).isAfter(clock.instant());
    var limit =
        isNew
            ? new Limit(
                Math.max(1, rooms.perAccount() / PART_OF_NEW), rooms.perNetwork(), rooms.seconds())
            : rooms;
    return limits.take("room", limit, Long.toString(caller.id()), address);
  }

  /** Fails with VERIFICATION_NEEDED, or with FORBIDDEN if the other member does not want it. */
  Future<Void> requireMayWrite(Member sender, long otherId) {
    return verified
        .require(sender)
        .compose(
            proved ->
                sender.role().moderates()
                    ? Future.succeededFuture()
                    : privacy
                        .find(database.client(), otherId)
                        .compose(other -> requireWelcome(sender, otherId, other.messagesFrom())));
  }

  private Future<Void> requireWelcome(Member sender, long otherId, MessagesFrom from) {
    var welcome =
        from == MessagesFrom.KNOWN
            ? privacy.hasWritten(database.client(), otherId, sender.id())
            : Future.succeededFuture(from == MessagesFrom.EVERYONE);
    return welcome.compose(
        may ->
            may
                ? Future.succeededFuture()
                : Future.failedFuture(
                    ForumException.of(
                        Kind.FORBIDDEN, "This member does not want messages from you.")));
  }
}
