package parley.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import parley.config.Section;
import parley.config.Settings;
import parley.feature.Feature;
import parley.feature.Parts;
import parley.limit.RateLimits;
import parley.mail.Mails;
import parley.mail.Outbox;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.session.SessionService;
import parley.store.Database;

/** Puts the parts of this package together. */
public final class Accounts implements Feature {

  /** What this feature reads of the configuration. */
  public static final List<Section<?>> SECTIONS =
      Stream.concat(Stream.of(PasswordSettings.SECTION), AccountLimits.SECTIONS.stream()).toList();

  private final AccountRoutes routes;

  public Accounts(
      Vertx vertx,
      Settings settings,
      Database database,
      MemberService members,
      SessionService sessions,
      RateLimits limits,
      Outbox outbox,
      MeterRegistry metrics,
      Clock clock) {
    var passwords = new Passwords(vertx, settings.section(PasswordSettings.SECTION));
    var tokens = new OneTimeTokens(clock);
    var mails = new AccountMails(outbox, tokens, settings.config().site().url());
    var signIns = new SignInService(database, members, passwords, metrics);
    this.routes =
        new AccountRoutes(
            vertx,
            sessions,
            new RegistrationService(database, members, passwords, mails, clock),
            signIns,
            new RecoveryService(database, members, sessions, passwords, tokens, mails),
            new SettingsService(
                database,
                members,
                new MemberEvents(vertx.eventBus()),
                sessions,
                signIns,
                passwords,
                mails),
            limits,
            AccountLimits.of(settings));
  }

  @Override
  public void addTo(Parts parts) {
    AccountMails.KINDS.forEach(kind -> parts.add(Mails.KINDS, kind));
  }

  public AccountRoutes routes() {
    return routes;
  }
}
