package parley.topic;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import parley.access.AccessService;
import parley.board.BoardService;
import parley.config.Config;
import parley.limit.RateLimits;
import parley.mail.MailCheck;
import parley.mail.Outbox;
import parley.member.MemberService;
import parley.rendering.RenderedTable;
import parley.rendering.RenderingService;
import parley.store.Database;
import parley.store.RedisStore;

/** Puts the parts of this package together. */
public final class Topics {

  /** What has its HTML stored beside it. */
  public static final List<RenderedTable> RENDERED =
      List.of(new RenderedTable("topic", true), new RenderedTable("reply", true));

  private final TopicService service;
  private final TopicRoutes routes;
  private final ViewCounter views;
  private final LiveTopics live;
  private final Mentions mentions;

  public Topics(
      Vertx vertx,
      Config config,
      Database database,
      RedisStore redis,
      AccessService access,
      BoardService boards,
      MemberService members,
      RenderingService rendering,
      Outbox outbox,
      RateLimits limits,
      Clock clock) {
    var events = new TopicEvents(vertx.eventBus());
    this.mentions = new Mentions(database, access, outbox, config.site().url(), clock);
    this.service = new TopicService(database, boards, members, rendering, mentions, events, clock);
    var replies = new ReplyService(database, boards, members, rendering, mentions, events, clock);
    this.routes = new TopicRoutes(service, replies, limits, config.limits().post());
    this.live = new LiveTopics(vertx.eventBus(), database);
    this.views =
        new ViewCounter(database, redis, Duration.ofSeconds(config.views().windowSeconds()));
  }

  public TopicService service() {
    return service;
  }

  public TopicRoutes routes() {
    return routes;
  }

  public ViewCounter views() {
    return views;
  }

  public LiveTopics live() {
    return live;
  }

  /** Decides whether a mail that tells of a mention may be sent. */
  public MailCheck mentionCheck() {
    return mentions;
  }

  public ViewHandler viewHandler() {
    return new ViewHandler(views);
  }
}
