package parley.account;

import java.time.Duration;
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
import parley.job.Job;
import parley.journal.Journal;
import parley.limit.NetworkLimit;
import parley.limit.RateLimits;
import parley.mail.Mails;
import parley.mail.Outbox;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.member.VerifiedMembers;
import parley.personal.PersonalData;
import parley.post.Posts;
import parley.session.Confirmations;
import parley.session.SessionService;

/** Registration, signing in, recovery and settings. */
public final class Accounts implements Feature {

  /** The sections of the configuration of this feature. */
  public static final List<Section<?>> SECTIONS =
      Stream.concat(
              Stream.of(PasswordSettings.SECTION, AccountSettings.SECTION),
              AccountLimits.SECTIONS.stream())
          .toList();

  /** Frees addresses that were not verified in time, and names that have rested. */
  public static final String LAPSE = "accounts.lapse";

  private final VerifiedMembers verified;
  private final AccountTasks tasks;
  private final AddressService addresses;
  private final NameService names;
  private final List<NetworkLimit> networkLimits;
  private final AccountRoutes accountRoutes;
  private final RecoveryRoutes recoveryRoutes;
  private final SettingsRoutes settingsRoutes;

  /**
   * @param secret the server's own; signs the cookies of known devices
   */
  public Accounts(
      Ground ground,
      MemberService members,
      SessionService sessions,
      AccessService access,
      RateLimits limits,
      Outbox outbox,
      Journal journal,
      VerifiedMembers verified,
      byte[] secret) {
    this.verified = verified;
    var settings = ground.settings().section(AccountSettings.SECTION);
    var allowed = AccountLimits.of(ground.settings());
    var database = ground.database();
    var clock = ground.clock();
    var passwords =
        new Passwords(ground.vertx(), ground.settings().section(PasswordSettings.SECTION));
    var tokens = new OneTimeTokens(clock);
    var mails = new AccountMails(outbox, tokens, ground.config().site().url());
    this.tasks = new AccountTasks(database, mails::wake, clock);
    this.names = new NameService(database, settings.nameRest(), clock);
    this.addresses =
        new AddressService(database, sessions, access, tokens, mails, tasks, settings, clock);
    var attempts = new Attempts(limits, members, new KnownDevices(secret, clock));
    this.networkLimits = allowed.ofNetworks(attempts::isFromKnownDevice);
    var users = new CurrentUsers(access, addresses);
    var signIns = new SignInService(database, members, passwords, ground.metrics());
    var registrations =
        new RegistrationService(
            database,
            members,
            names,
            passwords,
            mails,
            tasks,
            journal,
            settings.verifiedBeforePosting(),
            clock);
    this.accountRoutes =
        new AccountRoutes(sessions, registrations, signIns, users, attempts, limits, allowed);
    var recoveries =
        new RecoveryService(database, members, sessions, passwords, tokens, mails, tasks, access);
    this.recoveryRoutes = new RecoveryRoutes(recoveries, addresses, attempts, limits, allowed);
    var confirmations = new Confirmations(ground.redis());
    var own =
        new SettingsService(
            database,
            members,
            new MemberEvents(ground.vertx().eventBus()),
            sessions,
            signIns,
            passwords,
            confirmations,
            names,
            addresses,
            mails,
            tasks,
            journal);
    this.settingsRoutes = new SettingsRoutes(own, confirmations, users, attempts, limits, allowed);
  }

  @Override
  public void addTo(Parts parts) {
    AccountMails.KINDS.forEach(kind -> parts.add(Mails.KINDS, kind));
    networkLimits.forEach(limit -> parts.add(NetworkLimit.POINT, limit));
    AccountData.ALL.forEach(data -> parts.add(PersonalData.POINT, data));
    parts
        .add(Operations.POINT, accountRoutes::bind)
        .add(Operations.POINT, recoveryRoutes::bind)
        .add(Operations.POINT, settingsRoutes::bind)
        .add(Posts.WRITING, new VerifiedAuthors(verified))
        .add(Job.POINT, new Job("accounts.tasks", Duration.ofSeconds(15), tasks::workLeftOver))
        .add(
            Job.POINT,
            new Job(
                LAPSE,
                Duration.ofHours(1),
                () -> addresses.lapse().compose(lapsed -> names.forgetRested())))
        .add(PersonalData.POINT, GroupData.GROUPS)
        .add(PersonalData.POINT, AccountData.ACCOUNT)
        .add(Pages.CLIENT, "/register|/login|/forgot|/reset|/verify|/undo|/settings(/[a-z]+)?");
  }
}
