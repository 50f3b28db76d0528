package parley;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.openapi.contract.OpenAPIContract;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import parley.account.Accounts;
import parley.board.BoardRoutes;
import parley.board.BoardService;
import parley.bridge.BridgeMetrics;
import parley.bridge.ConnectionCounts;
import parley.bridge.EventBusBridge;
import parley.bridge.Rules;
import parley.chat.ChatAttendance;
import parley.chat.ChatCommands;
import parley.chat.ChatRoutes;
import parley.chat.ChatService;
import parley.chat.PresenceExpiry;
import parley.config.Config;
import parley.http.BodyLimits;
import parley.http.BridgeEnd;
import parley.http.ClientFiles;
import parley.http.GuestPages;
import parley.http.HttpRouter;
import parley.http.Idempotency;
import parley.http.Operations;
import parley.http.RequestWatch;
import parley.http.UploadFolder;
import parley.http.intake.Intake;
import parley.image.ImageRoutes;
import parley.limit.NetworkLimits;
import parley.limit.RateLimits;
import parley.mail.Mails;
import parley.mail.Outbox;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.profile.ProfileRoutes;
import parley.rendering.PreviewRoutes;
import parley.rendering.RenderedTable;
import parley.rendering.RenderingService;
import parley.rendering.Rerendering;
import parley.session.Authentication;
import parley.session.Presence;
import parley.session.SessionRoutes;
import parley.session.SessionService;
import parley.site.SiteRoutes;
import parley.store.Database;
import parley.store.RedisStore;
import parley.topic.LiveTopics;
import parley.topic.TopicEvents;
import parley.topic.Topics;

/** Puts the features together: which needs which is said here and nowhere else. */
final class Features {

  private final Vertx vertx;
  private final Config config;
  private final RedisStore redis;
  private final MeterRegistry metrics;
  private final RateLimits limits;
  private final Clock clock;
  private final ConnectionCounts occupancy;
  private final SessionService sessions;
  private final ChatService chat;
  private final Rerendering rerendering;
  private final Accounts accounts;
  private final Topics topics;
  private final SessionRoutes sessionRoutes;
  private final BoardRoutes boardRoutes;
  private final ProfileRoutes profileRoutes;
  private final PreviewRoutes previewRoutes;
  private final ImageRoutes imageRoutes;
  private final ChatRoutes chatRoutes;
  private final SiteRoutes siteRoutes;
  private final Mails mails;
  private final BridgeMetrics bridgeMetrics;
  private final Intake intake;

  Features(
      Vertx vertx,
      Config config,
      Database database,
      RedisStore redis,
      byte[] sessionKey,
      String version,
      MeterRegistry metrics,
      Clock clock) {
    this.vertx = vertx;
    this.config = config;
    this.redis = redis;
    this.metrics = metrics;
    this.limits = new RateLimits(redis, config.limits().enabled(), metrics);
    var outbox = new Outbox(vertx.eventBus(), clock);
    var members = new MemberService(database, new MemberEvents(vertx.eventBus()));
    var boards = new BoardService(database);
    var rendering = new RenderingService(vertx, database, members);
    var lifetime = Duration.ofDays(config.session().days());
    this.sessions = new SessionService(vertx, redis, sessionKey, lifetime, members, clock);
    this.clock = clock;
    this.chat =
        new ChatService(
            database, members, rendering, new Presence(redis, clock), vertx.eventBus(), clock);
    this.accounts =
        new Accounts(vertx, config, database, members, sessions, limits, outbox, metrics, clock);
    this.topics =
        new Topics(
            vertx, config, database, redis, boards, members, rendering, outbox, limits, clock);
    this.rerendering = new Rerendering(vertx, database, rendering, renderedTables());
    this.sessionRoutes = new SessionRoutes(sessions);
    this.boardRoutes = new BoardRoutes(boards);
    this.profileRoutes = new ProfileRoutes(members, topics.service());
    this.previewRoutes = new PreviewRoutes(rendering, limits, config.limits());
    this.imageRoutes =
        new ImageRoutes(vertx, config.data().resolve("images"), members, limits, config.limits());
    this.occupancy = new ConnectionCounts(config.bridge(), config.http().trustedProxies());
    this.bridgeMetrics = new BridgeMetrics(metrics);
    this.intake = new Intake(config.intake(), config.http().trustedProxies(), metrics);
    this.chatRoutes = new ChatRoutes(chat);
    this.siteRoutes = new SiteRoutes(config.site(), version);
    this.mails = new Mails(config, database, members, outbox, sessionKey, metrics, clock);
  }

  /**
   * What makes the public listener's router, once for each event loop.
   *
   * @param bridge where the event-bus bridge listens
   * @param pages adds further pages
   */
  BiFunction<Vertx, BridgeEnd, Router> router(
      OpenAPIContract contract, Path webroot, SocketAddress bridge, Consumer<Router> pages) {
    return new HttpRouter(
        config,
        contract,
        bridge,
        new RequestWatch(contract, config.logging(), metrics),
        topics.viewHandler(),
        guestPages(),
        new Authentication(sessions, contract),
        new Idempotency(redis),
        ClientFiles.of(webroot),
        pages.andThen(mails::addPages),
        UploadFolder.emptied(config.data().resolve("uploads")),
        ImageRoutes.MAX_BYTES,
        this::bind,
        intake,
        new BodyLimits(contract, config.http().bodyBytes()),
        new NetworkLimits(contract, limits, config.limits()));
  }

  private void bind(Operations operations) {
    accounts.routes().bind(operations);
    sessionRoutes.bind(operations);
    boardRoutes.bind(operations);
    topics.routes().bind(operations);
    profileRoutes.bind(operations);
    previewRoutes.bind(operations);
    imageRoutes.bind(operations);
    chatRoutes.bind(operations);
    siteRoutes.bind(operations);
    mails.routes().bind(operations);
  }

  /** The guests' pages, and the events that make them old. */
  private GuestPages guestPages() {
    var cache = config.cache();
    var pages =
        new GuestPages(cache.guestMebibytes(), Duration.ofSeconds(cache.guestSeconds()), metrics);
    TopicEvents.CHANNEL.watch(
        vertx.eventBus(),
        event -> {
          pages.drop("/api/index");
          pages.drop("/api/topic/boards");
          pages.drop("/api/topic/" + event.topicId());
          if (event.concernsRepliers()) {
            pages.dropUnder("/api/user/");
          } else {
            pages.drop("/api/user/" + event.authorId());
          }
        });
    MemberEvents.CHANGED.watch(vertx.eventBus(), event -> pages.dropAll());
    return pages;
  }

  private static List<RenderedTable> renderedTables() {
    return Stream.concat(Topics.RENDERED.stream(), Stream.of(ChatService.RENDERED)).toList();
  }

  Rerendering rerendering() {
    return rerendering;
  }

  Intake intake() {
    return intake;
  }

  Mails mails() {
    return mails;
  }

  LiveTopics live() {
    return topics.live();
  }

  /** Begins to tell of members whose process was killed. */
  PresenceExpiry departures() {
    return new PresenceExpiry(vertx, new Presence(redis, clock), chat);
  }

  ChatService chat() {
    return chat;
  }

  /**
   * What clients reach over the event bus; for one event loop. Those of a process share no more
   * than what has to be counted for all: to each other they are as those of other processes.
   */
  EventBusBridge bridge(Vertx vertx) {
    var rules = new Rules();
    var presence = new Presence(redis, clock);
    new ChatCommands(chat, limits, config.limits().message(), metrics).bind(rules);
    topics.live().bind(rules);
    return new EventBusBridge(
        vertx,
        config.bridge(),
        config.http().trustedProxies(),
        sessions,
        rules,
        occupancy,
        new ChatAttendance(vertx, presence, chat, config.bridge().offlineSeconds()),
        bridgeMetrics,
        intake);
  }

  /** Writes what is counted in Redis to the database. */
  Future<Void> flush() {
    return topics.views().flush();
  }
}
