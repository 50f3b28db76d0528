package parley.topic;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import parley.board.BoardService;
import parley.config.Section;
import parley.config.Settings;
import parley.feature.Feature;
import parley.feature.Parts;
import parley.limit.Limit;
import parley.limit.RateLimits;
import parley.mail.MailKind;
import parley.mail.Mails;
import parley.mail.Outbox;
import parley.member.MemberService;
import parley.rendering.RenderedTable;
import parley.rendering.RenderingService;
import parley.store.Database;
import parley.store.RedisStore;

/** Puts the parts of this package together. */
public final class Topics implements Feature {

  /** What has its HTML stored beside it. */
  public static final List<RenderedTable> RENDERED =
      List.of(new RenderedTable("topic", true), new RenderedTable("reply", true));

  /** How often a member may write a topic or a reply. */
  private static final Section<Limit> POSTING = new Section<>("limits.post", Limit.class);

  /** What this feature reads of the configuration. */
  public static final List<Section<?>> SECTIONS =
      List.of(ViewSettings.SECTION, POSTING, MentionSettings.SECTION);

  private final MailKind mentionMail;
  private final TopicService service;
  private final TopicRoutes routes;
  private final ViewCounter views;
  private final LiveTopics live;

  public Topics(
      Vertx vertx,
      Settings settings,
      Database database,
      RedisStore redis,
      BoardService boards,
      MemberService members,
      RenderingService rendering,
      Outbox outbox,
      RateLimits limits,
      Clock clock) {
    var events = new TopicEvents(vertx.eventBus());
    this.mentionMail =
        Mentions.kind(settings.section(MentionSettings.SECTION), new MentionWish(members));
    var mentions = new Mentions(mentionMail, outbox, settings.config().site().url(), clock);
    this.service = new TopicService(database, boards, members, rendering, mentions, events, clock);
    var replies = new ReplyService(database, boards, members, rendering, mentions, events, clock);
    this.routes = new TopicRoutes(service, replies, limits, settings.section(POSTING));
    this.live = new LiveTopics(vertx.eventBus(), database);
    var counting = settings.section(ViewSettings.SECTION);
    this.views = new ViewCounter(database, redis, counting.window());
  }

  @Override
  public void addTo(Parts parts) {
    parts.add(Mails.KINDS, mentionMail);
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

  public ViewHandler viewHandler() {
    return new ViewHandler(views);
  }
}
