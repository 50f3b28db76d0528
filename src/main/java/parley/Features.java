package parley;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.access.Access;
import parley.access.AccessService;
import parley.account.AccountSettings;
import parley.account.Accounts;
import parley.audit.Audit;
import parley.audit.AuditService;
import parley.board.BoardList;
import parley.board.BoardService;
import parley.board.admin.BoardAdmin;
import parley.bridge.Attendance;
import parley.bridge.BridgeMetrics;
import parley.bridge.ConnectionCounts;
import parley.bridge.EventBusBridge;
import parley.bridge.Rules;
import parley.chat.Chat;
import parley.chat.ChatService;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.following.Watching;
import parley.group.Groups;
import parley.http.intake.Intake;
import parley.image.Images;
import parley.journal.Journal;
import parley.journal.JournalReading;
import parley.like.Likes;
import parley.limit.LimitSettings;
import parley.limit.NetworkLimit;
import parley.limit.NetworkLimits;
import parley.limit.RateLimits;
import parley.mail.Mails;
import parley.mail.Outbox;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.member.VerifiedMembers;
import parley.moderation.Moderation;
import parley.notification.Notifications;
import parley.personal.PersonalData;
import parley.personal.PersonalService;
import parley.profile.Profiles;
import parley.rendering.Rendering;
import parley.rendering.RenderingService;
import parley.search.Search;
import parley.session.SessionService;
import parley.session.SessionSettings;
import parley.session.Sessions;
import parley.site.SiteInfo;
import parley.staff.Staff;
import parley.store.Signals;
import parley.topic.Topics;

/** The list of features, and which of them needs which. */
final class Features {

  /**
   * Features beside those of this list, with their parts of the contract: for tests.
   *
   * @param contractParts the names of their parts of the contract
   * @param features makes them
   */
  record More(List<String> contractParts, Function<Ground, List<Feature>> features) {
    static final More NONE = new More(List.of(), ground -> List.of());
  }

  private final Ground ground;
  private final Signals signals;
  private final AccessService access;
  private final SessionService sessions;
  private final Chat chat;
  private final Mails mails;
  private final Parts parts;
  private final ConnectionCounts connections;
  private final BridgeMetrics bridgeMetrics;
  private final Intake intake;
  private final RateLimits limits;
  private final JournalReading journalReading;

  Features(Ground ground, byte[] sessionKey, String version, More more) {
    this.ground = ground;
    var settings = ground.settings();
    var config = ground.config();
    var bus = ground.vertx().eventBus();
    this.limits =
        new RateLimits(
            ground.redis(), settings.section(LimitSettings.SECTION).enabled(), ground.metrics());
    var outbox = new Outbox(bus, ground.clock());
    var members = new MemberService(ground.database(), new MemberEvents(bus));
    this.signals = new Signals(ground.vertx(), ground.redis());
    this.access = new AccessService(ground.database(), signals, members);
    var verified =
        new VerifiedMembers(
            settings.section(AccountSettings.SECTION).verifiedBeforePosting(), members);
    var boards = new BoardService(ground.database());
    var rendering = new RenderingService(ground.vertx(), ground.database(), members);
    var lifetime = Duration.ofDays(settings.section(SessionSettings.SECTION).days());
    this.sessions =
        new SessionService(
            ground.vertx(), ground.redis(), signals, sessionKey, lifetime, members, ground.clock());
    var journal = new Journal(bus, ground.clock());
    var topics = new Topics(ground, access, boards, members, rendering, outbox, limits, journal);
    var notifications = new Notifications(ground);
    this.chat = new Chat(ground, members, rendering, limits, verified, journal);
    this.connections = new ConnectionCounts(config.bridge(), config.http().trustedProxies());
    this.bridgeMetrics = new BridgeMetrics(ground.metrics());
    this.intake = new Intake(config.intake(), config.http().trustedProxies(), ground.metrics());

    var audit = new AuditService(ground.database(), ground.clock());

    var features =
        List.of(
            new Audit(audit),
            new Accounts(
                ground, members, sessions, access, limits, outbox, journal, verified, sessionKey),
            new Sessions(sessions),
            new SiteInfo(ground, version),
            new Groups(ground, access, audit, members),
            new Staff(ground, access, sessions, audit),
            new BoardList(boards),
            new BoardAdmin(ground, access, audit, topics.moving()::moveSome),
            topics,
            new Rendering(ground, rendering, limits),
            new Profiles(members, topics.service()),
            notifications,
            new Watching(ground, topics.service(), boards, notifications.service()),
            new Likes(ground, topics.service(), journal, limits, notifications.service()),
            new Moderation(
                ground,
                topics.states(),
                topics.transfers(),
                topics.splitting(),
                audit,
                notifications.service()),
            new Images(ground, members, limits, verified),
            new Search(ground, boards, members, topics.service(), limits),
            chat);
    this.parts =
        Parts.of(Stream.concat(features.stream(), more.features().apply(ground).stream()).toList());
    this.mails = new Mails(ground, parts.all(Mails.KINDS), outbox, sessionKey);
    this.journalReading = new JournalReading(ground);
    journalReading.addTo(parts);
    mails.addTo(parts); // last, as it reads what the other features have added
    access.declare(parts.all(Access.PERMISSIONS));
  }

  Parts parts() {
    return parts;
  }

  SessionService sessions() {
    return sessions;
  }

  Intake intake() {
    return intake;
  }

  NetworkLimits networkLimits() {
    return new NetworkLimits(limits, parts.all(NetworkLimit.POINT));
  }

  PersonalService personal() {
    return new PersonalService(ground.database(), parts.all(PersonalData.POINT));
  }

  /** Receives notices of changes; is started before anything serves. */
  Signals signals() {
    return signals;
  }

  AccessService access() {
    return access;
  }

  JournalReading journal() {
    return journalReading;
  }

  Mails mails() {
    return mails;
  }

  ChatService chat() {
    return chat.service();
  }

  /**
   * What clients reach over the event bus; for one event loop. The bridges of a process share only
   * what is counted for all of them: to each other they are like those of other processes.
   */
  EventBusBridge bridge(Vertx loop) {
    var rules = new Rules();
    parts.all(Rules.POINT).forEach(feature -> feature.accept(rules));
    var attendance = parts.all(Attendance.POINT).stream().map(made -> made.apply(loop)).toList();
    return new EventBusBridge(
        loop,
        ground.config().bridge(),
        ground.config().http().trustedProxies(),
        sessions,
        access,
        rules,
        connections,
        Attendance.all(attendance),
        bridgeMetrics,
        intake);
  }
}
