package parley.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import parley.account.AccountTasks.Kind;
import parley.journal.Journal;
import parley.member.Member;
import parley.member.MemberEntries;
import parley.member.MemberEntries.Changed;
import parley.member.MemberService;
import parley.store.Database;
import parley.text.EmailAddress;
import parley.text.Language;
import parley.text.Text;

/**
 * Registers new members. Names are public, so a taken name is reported. Whether an address is known
 * is reported only if members need not verify theirs: see docs/decisions/025.
 */
final class RegistrationService {

  private final Database database;
  private final MemberService members;
  private final NameService names;
  private final Passwords passwords;
  private final AccountMails mails;
  private final AccountTasks tasks;
  private final Journal journal;
  private final boolean tellsNothing;
  private final Clock clock;
  private final AccountRepository accounts = new AccountRepository();

  /**
   * @param tellsNothing whether the answer is the same for a known and an unknown address
   */
  RegistrationService(
      Database database,
      MemberService members,
      NameService names,
      Passwords passwords,
      AccountMails mails,
      AccountTasks tasks,
      Journal journal,
      boolean tellsNothing,
      Clock clock) {
    this.database = database;
    this.members = members;
    this.names = names;
    this.passwords = passwords;
    this.mails = mails;
    this.tasks = tasks;
    this.journal = journal;
    this.tellsNothing = tellsNothing;
    this.clock = clock;
  }

  /**
   * Fails with INVALID if a value breaks the rules, if the name is taken, or, unless it tells
   * nothing, if the address is.
   */
  Future<Member> register(NewMember wanted, Language language) {
    return free(wanted)
        .compose(member -> passwords.hash(member.password()))
        .compose(
            hash -> tellsNothing ? addClaim(wanted, hash, language) : add(wanted, hash, language))
        .onSuccess(added -> journal.wake())
        .compose(members::get);
  }

  private Future<Long> add(NewMember member, String passwordHash, Language language) {
    return database
        .transaction(
            tx ->
                insert(tx, member, EmailAddress.key(member.email()), passwordHash, language)
                    .compose(
                        id ->
                            mails.verifyAddress(tx, id, member.username(), member.email()).map(id)))
        .onSuccess(added -> mails.wake());
  }

  /** The member gets the address only after the answer, if no other member has it. */
  private Future<Long> addClaim(NewMember member, String passwordHash, Language language) {
    record Added(long id, long task) {}
    return database
        .transaction(
            tx ->
                insert(tx, member, "claim " + UUID.randomUUID(), passwordHash, language)
                    .compose(
                        id ->
                            tasks
                                .add(tx, Kind.CLAIM, id, member.email())
                                .map(task -> new Added(id, task))))
        .onSuccess(added -> tasks.soon(added.task()))
        .map(Added::id);
  }

  private Future<Long> insert(
      SqlConnection tx, NewMember member, String emailKey, String passwordHash, Language language) {
    return accounts
        .add(tx, member, emailKey, passwordHash, language, clock.instant())
        .compose(id -> names.requireRested(tx, member.username(), id).map(id))
        .compose(id -> journal.add(tx, MemberEntries.REGISTERED, id, new Changed(true)).map(id));
  }

  /**
   * Reports all errors at once, before the expensive hash. The unique keys make the final decision.
   */
  private Future<NewMember> free(NewMember wanted) {
    var text = new Text();
    return Future.all(
            members.findByUsername(wanted.username()),
            tellsNothing
                ? Future.succeededFuture(Optional.empty())
                : members.findByEmail(wanted.email()))
        .compose(
            found -> {
              if (found.<Optional<Member>>resultAt(0).isPresent()) {
                text.refuse("username", "taken", "This name is already taken.");
              }
              if (found.<Optional<Member>>resultAt(1).isPresent()) {
                text.refuse(
                    "email",
                    "taken",
                    "An account with this address exists. If it is yours, set a new password.");
              }
              return text.hasError("username")
                  ? Future.succeededFuture()
                  : names.check(text, wanted.username(), 0, "");
            })
        .map(
            checked -> {
              text.check();
              return wanted;
            });
  }
}
