package parley.topic;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import parley.access.AccessService;
import parley.access.Viewer;
import parley.board.BoardList;
import parley.board.BoardService;
import parley.bridge.Rules;
import parley.check.Check;
import parley.config.Config.Role;
import parley.config.Section;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.feature.Service;
import parley.http.Answered;
import parley.http.ClientPage;
import parley.http.GuestPages;
import parley.http.Kept;
import parley.http.Operations;
import parley.http.PageHead;
import parley.http.Pages;
import parley.job.Job;
import parley.journal.Journal;
import parley.limit.Limit;
import parley.limit.RateLimits;
import parley.mail.MailKind;
import parley.mail.Mails;
import parley.mail.Outbox;
import parley.member.Author;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.paging.Page;
import parley.personal.PersonalData;
import parley.post.CountersChanged;
import parley.post.Facet;
import parley.post.MovingPart;
import parley.post.PostCounters;
import parley.post.PostWriter;
import parley.post.Posts;
import parley.post.ReplyQueue;
import parley.post.WritingPart;
import parley.rendering.Rendering;
import parley.rendering.RenderingChecks;
import parley.rendering.RenderingService;

/** Topics and their replies. */
public final class Topics implements Feature {

  /** The name of the job that writes the views counted so far to the database. */
  public static final String FLUSH_VIEWS = "views.flush";

  /** How often a member may write a topic or a reply. */
  private static final Section<Limit> POSTING = new Section<>("limits.post", Limit.class);

  /** What this feature reads of the configuration. */
  public static final List<Section<?>> SECTIONS =
      List.of(ViewSettings.SECTION, POSTING, MentionSettings.SECTION);

  /** The HTML that is stored with topics and replies. */
  public static final List<Check> HTML_CHECKS =
      RenderingChecks.of(Mentions.TOPICS, Mentions.REPLIES);

  private final Ground ground;
  private final MailKind mentionMail;
  private final Mentions mentions;
  private final TopicService service;
  private final ReplyWriting replies;
  private final TopicRoutes routes;
  private final ViewCounter views;
  private final TopicMoving moving;
  private final PostStates states;
  private final TopicTransfers transfers;
  private final TopicSplitting splitting;
  private final FormerPlaces formerPlaces;
  private Supplier<List<WritingPart>> writingParts = List::of;
  private Supplier<List<Facet>> facets = List::of;
  private Supplier<List<MovingPart>> movingParts = List::of;

  public Topics(
      Ground ground,
      AccessService access,
      BoardService boards,
      MemberService members,
      RenderingService rendering,
      Outbox outbox,
      RateLimits limits,
      Journal journal) {
    this.ground = ground;
    var settings = ground.settings();
    var database = ground.database();
    var clock = ground.clock();
    var events = new TopicEvents(ground.vertx().eventBus());
    this.mentionMail =
        Mentions.kind(
            settings.section(MentionSettings.SECTION),
            new MentionWish(members),
            new MentionCheck(database, access));
    this.mentions =
        new Mentions(mentionMail, access, rendering, outbox, ground.config().site().url(), clock);
    this.service = new TopicService(database, boards, new Facets(() -> facets.get()));
    var writer = new PostWriter(journal, () -> writingParts.get(), clock);
    var opening = new TopicOpening(database, boards, rendering, writer, events);
    var editing = new TopicEditing(database, opening, rendering, mentions, journal, events, clock);
    var queue = new ReplyQueue(ground.vertx(), database, journal, () -> writingParts.get(), clock);
    this.replies =
        new ReplyWriting(database, rendering, writer, queue, mentions, journal, events, clock);
    this.splitting = new TopicSplitting(journal, events, () -> movingParts.get());
    this.formerPlaces = new FormerPlaces(database);
    this.routes =
        new TopicRoutes(
            service, opening, editing, replies, formerPlaces, limits, settings.section(POSTING));
    this.moving = new TopicMoving(database, journal, events);
    this.states = new PostStates(journal, events, clock);
    this.transfers = new TopicTransfers(journal, events, states, () -> movingParts.get(), clock);
    var window = settings.section(ViewSettings.SECTION).window();
    this.views = new ViewCounter(database, ground.redis(), window);
  }

  @Override
  public void addTo(Parts parts) {
    var live = new LiveTopics(ground.vertx().eventBus(), ground.database());
    var flushing = ground.settings().section(ViewSettings.SECTION).flushing();
    // features that come later add theirs
    writingParts = () -> parts.all(Posts.WRITING);
    facets = () -> parts.all(Posts.FACETS);
    movingParts = () -> parts.all(Posts.MOVING);
    parts
        .add(Posts.WRITING, new PostingRights())
        .add(Posts.WRITING, mentions)
        .add(Journal.READERS, new PostCounters(ground.vertx().eventBus()).reader())
        .add(Operations.POINT, routes::bind)
        .add(
            GuestPages.POINT,
            new Kept<>("listTopics", Page.class, TopicTags::ofList)
                .droppedBy(TopicEvents.CHANNEL, event -> Set.of(TopicTags.LISTS, BoardList.COUNTS))
                .droppedBy(CountersChanged.CHANNEL, Topics::counted)
                .droppedBy(MemberEvents.CHANGED, event -> Set.of(Author.tag(event.memberId()))))
        .add(
            GuestPages.POINT,
            new Kept<>("getTopic", TopicView.class, TopicTags::of)
                .droppedBy(TopicEvents.CHANNEL, event -> Set.of(TopicTags.of(event.topicId()))))
        .add(PersonalData.POINT, PostData.TOPICS)
        .add(PersonalData.POINT, PostData.REPLIES)
        .add(PersonalData.POINT, PostData.MENTIONS)
        .add(Answered.POINT, new Answered("getTopic", new ViewHandler(views)))
        .add(Mails.KINDS, mentionMail)
        .add(Rules.POINT, live::bind)
        .add(Service.POINT, Service.in(Role.CHAT, live::start))
        .add(Job.POINT, new Job(FLUSH_VIEWS, flushing, views::flush).alsoAtStop())
        .add(Rendering.TABLES, Mentions.TOPICS)
        .add(Rendering.TABLES, Mentions.REPLIES)
        .add(
            Pages.CHECKED,
            ClientPage.numbered("/topic/(\\d+)", this::head).movedBy(formerPlaces::page))
        .add(Pages.CLIENT, "/|/new");
  }

  /** The list of topics says how many there are, profiles what each member has written. */
  private static Set<String> counted(CountersChanged event) {
    var tags = event.members().stream().map(Author::tag).collect(Collectors.toSet());
    tags.add(BoardList.COUNTS);
    if (event.topics()) {
      tags.add(TopicTags.LISTS);
    }
    return tags;
  }

  public TopicMoving moving() {
    return moving;
  }

  public TopicTransfers transfers() {
    return transfers;
  }

  public TopicSplitting splitting() {
    return splitting;
  }

  public PostStates states() {
    return states;
  }

  private Future<Optional<PageHead>> head(Viewer viewer, long id) {
    return service.head(viewer, id).map(found -> found.map(TopicHead::page));
  }

  public TopicService service() {
    return service;
  }
}
