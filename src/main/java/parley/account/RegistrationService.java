package parley.account;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import parley.journal.Journal;
import parley.member.Member;
import parley.member.MemberEntries;
import parley.member.MemberEntries.Changed;
import parley.member.MemberService;
import parley.store.Database;
import parley.text.Language;
import parley.text.Text;

/** Registers new members. */
final class RegistrationService {

  private final Database database;
  private final MemberService members;
  private final Passwords passwords;
  private final AccountMails mails;
  private final Journal journal;
  private final Clock clock;
  private final AccountRepository accounts = new AccountRepository();

  RegistrationService(
      Database database,
      MemberService members,
      Passwords passwords,
      AccountMails mails,
      Journal journal,
      Clock clock) {
    this.database = database;
    this.members = members;
    this.passwords = passwords;
    this.mails = mails;
    this.journal = journal;
    this.clock = clock;
  }

  /** Fails with INVALID if a value breaks the rules, or if the name or address is taken. */
  Future<Member> register(NewMember wanted, Language language) {
    return free(wanted)
        .compose(member -> passwords.hash(member.password()))
        .compose(hash -> add(wanted, hash, language))
        .compose(members::get)
        .onSuccess(
            member -> {
              mails.wake();
              journal.wake();
            });
  }

  private Future<Long> add(NewMember member, String passwordHash, Language language) {
    return database.transaction(
        tx ->
            accounts
                .add(tx, member, passwordHash, language, clock.instant())
                .compose(
                    id ->
                        journal
                            .add(tx, MemberEntries.REGISTERED, id, new Changed(true))
                            .compose(
                                noted ->
                                    mails.verifyAddress(tx, id, member.username(), member.email()))
                            .map(id)));
  }

  /**
   * Reports both errors at once, before the expensive hash. The unique keys make the final
   * decision.
   */
  private Future<NewMember> free(NewMember wanted) {
    return Future.all(
            members.findByUsername(wanted.username()), members.findByEmail(wanted.email()))
        .map(
            found -> {
              var text = new Text();
              if (found.<Optional<Member>>resultAt(0).isPresent()) {
                text.refuse("username", "taken", "This name is already taken.");
              }
              if (found.<Optional<Member>>resultAt(1).isPresent()) {
                text.refuse("email", "taken", "An account with this address already exists.");
              }
              text.check();
              return wanted;
            });
  }
}
