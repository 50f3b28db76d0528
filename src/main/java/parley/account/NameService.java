package parley.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.failure.ForumException;
import parley.store.Database;
import parley.text.Folding;
import parley.text.LookAlikes;
import parley.text.Text;

/**
 * Decides which names can be taken. A name that a member gave up is reserved for a while, so that
 * nobody can pose as its former owner; a name that looks like that of a moderator is refused.
 */
final class NameService {

  private final Database database;
  private final Duration rest;
  private final Clock clock;
  private final NameRepository names = new NameRepository();

  NameService(Database database, Duration rest, Clock clock) {
    this.database = database;
    this.rest = rest;
    this.clock = clock;
  }

  /**
   * Adds an error if the name is reserved or looks like that of staff.
   *
   * @param memberId who wants it; 0 for a new member
   * @param ownName their present name; empty for a new member
   */
  Future<Void> check(Text text, String name, long memberId, String ownName) {
    return Future.all(
            names.resting(database.client(), name, since()), names.staff(database.client()))
        .map(
            found -> {
              found
                  .<Optional<Long>>resultAt(0)
                  .filter(owner -> owner != memberId)
                  .ifPresent(owner -> text.refuse("username", "taken", "This name is taken."));
              found.<List<String>>resultAt(1).stream()
                  .filter(staff -> !staff.equals(ownName))
                  .filter(staff -> LookAlikes.areConfusable(name, staff))
                  .findFirst()
                  .ifPresent(
                      staff ->
                          text.require(
                              false,
                              "username",
                              "looks_like_staff",
                              "This name is too similar to that of a moderator."));
              return null;
            });
  }

  /**
   * Call it after the name was taken in the transaction. Fails with INVALID if the name is
   * reserved.
   */
  Future<Void> requireRested(SqlClient tx, String name, long memberId) {
    return names
        .restingNow(tx, name, since())
        .compose(
            owner ->
                owner.filter(id -> id != memberId).isEmpty()
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        ForumException.invalid("username", "taken", "This name is taken.")));
  }

  /**
   * Records a change of name, in its transaction: the old name becomes reserved, the new one is
   * released.
   */
  Future<Void> renamed(SqlClient tx, long memberId, String before, String after) {
    return Folding.key(before).equals(Folding.key(after))
        ? Future.succeededFuture()
        : requireRested(tx, after, memberId)
            .compose(rested -> names.free(tx, before, memberId, clock.instant()))
            .compose(freed -> names.takeBack(tx, after, memberId));
  }

  /** Deletes reservations of names that have expired. */
  Future<Void> forgetRested() {
    return names.dropBefore(database.client(), since());
  }

  private Instant since() {
    return clock.instant().minus(rest);
  }
}
