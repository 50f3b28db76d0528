package parley.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import parley.access.AccessService;
import parley.config.Config;
import parley.limit.RateLimits;
import parley.mail.Outbox;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.session.SessionService;
import parley.store.Database;

/** Puts the parts of this package together. */
public final class Accounts {

  private final AccountRoutes routes;

  public Accounts(
      Vertx vertx,
      Config config,
      Database database,
      MemberService members,
      SessionService sessions,
      AccessService access,
      RateLimits limits,
      Outbox outbox,
      MeterRegistry metrics,
      Clock clock) {
    var passwords = new Passwords(vertx, config.password());
    var tokens = new OneTimeTokens(clock);
    var mails = new AccountMails(outbox, tokens, config.site().url());
    var signIns = new SignInService(database, members, passwords, metrics);
    this.routes =
        new AccountRoutes(
            vertx,
            sessions,
            access,
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
            config.limits());
  }

  public AccountRoutes routes() {
    return routes;
  }
}
