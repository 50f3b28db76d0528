package parley.account;

import java.util.List;
import java.util.stream.Stream;
import parley.access.AccessService;
import parley.access.GroupData;
import parley.config.Section;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.http.Operations;
import parley.http.Pages;
import parley.journal.Journal;
import parley.limit.NetworkLimit;
import parley.limit.RateLimits;
import parley.mail.Mails;
import parley.mail.Outbox;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.personal.PersonalData;
import parley.session.SessionService;

/** Registration, signing in, recovery and settings. */
public final class Accounts implements Feature {

  /** What this feature reads of the configuration. */
  public static final List<Section<?>> SECTIONS =
      Stream.concat(Stream.of(PasswordSettings.SECTION), AccountLimits.SECTIONS.stream()).toList();

  private final AccountRoutes routes;
  private final AccountLimits allowed;

  public Accounts(
      Ground ground,
      MemberService members,
      SessionService sessions,
      AccessService access,
      RateLimits limits,
      Outbox outbox,
      Journal journal) {
    var vertx = ground.vertx();
    var settings = ground.settings();
    var database = ground.database();
    var clock = ground.clock();
    var passwords = new Passwords(vertx, settings.section(PasswordSettings.SECTION));
    this.allowed = AccountLimits.of(settings);
    var tokens = new OneTimeTokens(clock);
    var mails = new AccountMails(outbox, tokens, ground.config().site().url());
    var signIns = new SignInService(database, members, passwords, ground.metrics());
    this.routes =
        new AccountRoutes(
            vertx,
            sessions,
            access,
            new RegistrationService(database, members, passwords, mails, journal, clock),
            signIns,
            new RecoveryService(database, members, sessions, passwords, tokens, mails),
            new SettingsService(
                database,
                members,
                new MemberEvents(vertx.eventBus()),
                sessions,
                signIns,
                passwords,
                mails,
                journal),
            limits,
            allowed);
  }

  @Override
  public void addTo(Parts parts) {
    AccountMails.KINDS.forEach(kind -> parts.add(Mails.KINDS, kind));
    allowed.ofNetworks().forEach(limit -> parts.add(NetworkLimit.POINT, limit));
    parts
        .add(Operations.POINT, routes::bind)
        .add(PersonalData.POINT, GroupData.GROUPS)
        .add(PersonalData.POINT, AccountData.TOKENS)
        .add(PersonalData.POINT, AccountData.ACCOUNT)
        .add(Pages.CLIENT, "/register|/login|/forgot|/reset|/verify|/settings(/[a-z]+)?");
  }
}
