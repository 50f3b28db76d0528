package parley.account;

import static parley.store.Rows.isDuplicate;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.access.AccessService;
import parley.account.AccountTasks.Kind;
import parley.account.AccountTasks.Task;
import parley.account.AddressRepository.Holder;
import parley.account.OneTimeTokens.Owner;
import parley.account.OneTimeTokens.Purpose;
import parley.failure.ForumException;
import parley.member.Member;
import parley.session.SessionService;
import parley.store.Database;
import parley.text.EmailAddress;

/**
 * The e-mail addresses of members. A new address takes effect once it is verified with the mailed
 * link; until then the old one is used. The member who verifies an address gets it, even if another
 * member entered it before without verification. A link to the old address can undo a change for
 * some days.
 */
final class AddressService {

  private static final Logger log = LoggerFactory.getLogger(AddressService.class);

  private final Database database;
  private final SessionService sessions;
  private final AccessService access;
  private final OneTimeTokens tokens;
  private final AccountMails mails;
  private final AccountTasks tasks;
  private final AccountSettings settings;
  private final Clock clock;
  private final AddressRepository addresses = new AddressRepository();

  AddressService(
      Database database,
      SessionService sessions,
      AccessService access,
      OneTimeTokens tokens,
      AccountMails mails,
      AccountTasks tasks,
      AccountSettings settings,
      Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.access = access;
    this.tokens = tokens;
    this.mails = mails;
    this.tasks = tasks.on(Kind.CLAIM, this::mailLink);
    this.settings = settings;
    this.clock = clock;
  }

  /** The address that a member has requested instead of the current one; empty if there is none. */
  Future<Optional<String>> pending(Member member) {
    return addresses
        .wanted(database.client(), member.id())
        .map(found -> found.filter(email -> !isOf(member, email)));
  }

  private static boolean isOf(Member member, String email) {
    return EmailAddress.key(email).equals(EmailAddress.key(member.email()));
  }

  /**
   * Stores the request of a member for another address, in the transaction of the request, and
   * notifies the current address. Returns the task that mails the link.
   */
  Future<Long> want(SqlConnection tx, Member member, String email) {
    return addresses
        .want(tx, member.id(), email, clock.instant())
        .compose(noted -> mails.addressRequested(tx, member))
        .compose(told -> tasks.add(tx, Kind.CLAIM, member.id(), email));
  }

  /** Deletes the request for another address, and its links. */
  Future<Void> forgetWanted(SqlClient tx, Member member) {
    return addresses
        .forgetWanted(tx, member.id())
        .compose(forgotten -> tokens.removeAll(tx, Purpose.VERIFY, member.id()));
  }

  /**
   * Mails the link for the requested address, or else for the current address, again. Fails with
   * CONFLICT if that is verified.
   */
  Future<Void> mailLinkAgain(Member member) {
    return pending(member)
        .map(wanted -> wanted.orElse(member.emailVerified() ? "" : member.email()))
        .compose(
            email ->
                email.isEmpty()
                    ? Future.failedFuture(
                        ForumException.of(
                            ForumException.Kind.CONFLICT, "There is no address to verify."))
                    : tasks.add(database.client(), Kind.CLAIM, member.id(), email))
        .map(
            task -> {
              tasks.soon(task);
              return null;
            });
  }

  /** Runs after the answer: mails a link, or notifies the member who has the address already. */
  private Future<Void> mailLink(SqlConnection tx, Task task) {
    return addresses
        .holder(tx, task.email())
        .compose(
            holder ->
                addresses
                    .lock(tx, task.memberId())
                    .compose(
                        member ->
                            member.isEmpty()
                                ? Future.succeededFuture()
                                : mailLink(tx, task, holder, member.get())));
  }

  private Future<Void> mailLink(
      SqlConnection tx, Task task, Optional<Holder> holder, Holder member) {
    if (holder.isPresent() && holder.get().id() != member.id() && holder.get().verified()) {
      return mails.addressKnown(tx, holder.get());
    }
    var isFreeAndFirst =
        holder.isEmpty()
            && !member.verified()
            && EmailAddress.key(member.email()).equals(EmailAddress.key(task.email()));
    return (isFreeAndFirst
            ? addresses.take(tx, member.id(), task.email())
            : Future.<Void>succeededFuture())
        .compose(taken -> mails.verifyAddress(tx, member.id(), member.username(), task.email()));
  }

  /**
   * Gives the address to the member who received its link. Fails with INVALID if the member no
   * longer requests it, or if another member has verified it.
   */
  Future<Void> prove(String token) {
    return database
        .transaction(
            tx ->
                tokens
                    .spend(tx, Purpose.VERIFY, token)
                    .map(owner -> owner.orElseThrow(RecoveryService::notGood))
                    .compose(owner -> locked(tx, owner, this::prove).map(owner)))
        .onSuccess(done -> mails.wake())
        .compose(owner -> access.memberChanged(owner.memberId()).otherwiseEmpty());
  }

  /** Gives an address to a member; {@code holder} is the member who has it now. */
  @FunctionalInterface
  private interface Change {
    Future<Void> run(SqlConnection tx, Holder member, Optional<Holder> holder, String email);
  }

  /** Locks the member who has the address, and then the owner of the token, for a change. */
  private Future<Void> locked(SqlConnection tx, Owner owner, Change change) {
    return addresses
        .holder(tx, owner.email())
        .compose(
            holder ->
                addresses
                    .lock(tx, owner.memberId())
                    .map(found -> found.orElseThrow(RecoveryService::notGood))
                    .compose(member -> change.run(tx, member, holder, owner.email())));
  }

  private Future<Void> prove(
      SqlConnection tx, Holder member, Optional<Holder> holder, String email) {
    return wants(tx, member, email)
        .compose(
            wanted ->
                wanted && !isProvedByOther(holder, member)
                    ? vacate(tx, holder, member)
                    : Future.failedFuture(RecoveryService.notGood()))
        .compose(free -> addresses.setProved(tx, member.id(), email, clock.instant()))
        .recover(AddressService::refuseDuplicate)
        .compose(set -> addresses.forgetWanted(tx, member.id()))
        .compose(
            done ->
                member.has(email) || !member.verified()
                    ? Future.succeededFuture()
                    : mails.addressChanged(tx, member));
  }

  private static Future<Void> refuseDuplicate(Throwable failure) {
    return Future.failedFuture(
        isDuplicate(failure, "uq_member_email") ? RecoveryService.notGood() : failure);
  }

  private Future<Boolean> wants(SqlClient tx, Holder member, String email) {
    var key = EmailAddress.key(email);
    return EmailAddress.key(member.email()).equals(key)
        ? Future.succeededFuture(true)
        : addresses
            .wanted(tx, member.id())
            .map(found -> found.map(EmailAddress::key).filter(key::equals).isPresent());
  }

  private static boolean isProvedByOther(Optional<Holder> holder, Holder member) {
    return holder.filter(one -> one.id() != member.id() && one.verified()).isPresent();
  }

  private Future<Void> vacate(SqlClient tx, Optional<Holder> holder, Holder member) {
    return holder
        .filter(one -> one.id() != member.id())
        .map(other -> addresses.evict(tx, other.id()))
        .orElse(Future.succeededFuture());
  }

  /**
   * Undoes a change of the address, with the link that was mailed to the old address. It ends all
   * sessions and mails a link for a new password, because the person who changed the address knows
   * the current password. Fails with INVALID for an invalid token, or if another member has
   * verified the address meanwhile.
   */
  Future<Void> undo(String token) {
    return database
        .transaction(
            tx ->
                tokens
                    .spendWithLater(tx, Purpose.UNDO, token)
                    .map(owner -> owner.orElseThrow(RecoveryService::notGood))
                    .compose(owner -> locked(tx, owner, this::undo).map(owner)))
        .compose(owner -> sessions.endAll(owner.memberId()))
        .onSuccess(done -> mails.wake());
  }

  private Future<Void> undo(
      SqlConnection tx, Holder member, Optional<Holder> holder, String email) {
    if (isProvedByOther(holder, member)) {
      return Future.failedFuture(RecoveryService.notGood());
    }
    return vacate(tx, holder, member)
        .compose(free -> addresses.setProved(tx, member.id(), email, clock.instant()))
        .compose(set -> addresses.forgetWanted(tx, member.id()))
        .compose(forgotten -> tokens.removeAll(tx, Purpose.VERIFY, member.id()))
        .compose(removed -> tokens.removeAll(tx, Purpose.RESET, member.id()))
        .compose(removed -> mails.resetPassword(tx, member.id(), member.username(), email));
  }

  /**
   * Frees addresses that were not verified in time, and deletes requests whose links have expired.
   */
  Future<Void> lapse() {
    var now = clock.instant();
    var wishes = now.minus(Purpose.VERIFY.lifetime());
    return addresses
        .forgetWantedBefore(database.client(), wishes)
        .compose(forgotten -> addresses.date(database.client(), now))
        .compose(
            dated ->
                settings.unverifiedDays() == 0
                    ? Future.succeededFuture(0)
                    : addresses.lapse(database.client(), now.minus(settings.unverified())))
        .map(
            freed -> {
              if (freed > 0) {
                log.info("{} addresses that were not verified in time are free again", freed);
              }
              return null;
            });
  }
}
