package parley.search;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.board.BoardService;
import parley.config.Config.Role;
import parley.config.Section;
import parley.config.Settings;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.feature.Service;
import parley.http.ClientPresence;
import parley.http.Operations;
import parley.http.Pages;
import parley.job.WorkQueue;
import parley.journal.Journal;
import parley.limit.Limit;
import parley.limit.NetworkLimit;
import parley.limit.RateLimits;
import parley.management.Health;
import parley.management.HealthCheck;
import parley.member.MemberService;
import parley.search.index.Indexer;
import parley.topic.TopicService;

/** Search in topics, replies, members, and one's own messages. */
public final class Search implements Feature {

  /** How often somebody may search; a suggestion counts too. */
  private static final Section<Limit> LIMIT = new Section<>("limits.search", Limit.class);

  /** What this feature reads of the configuration. */
  public static final List<Section<?>> SECTIONS = List.of(SearchSettings.SECTION, LIMIT);

  private final Ground ground;
  private final Limit limit;
  private final SearchService service;
  private final SearchRoutes routes;
  private volatile @Nullable Indexer indexer;

  public Search(
      Ground ground,
      BoardService boards,
      MemberService members,
      TopicService topics,
      RateLimits limits) {
    this.ground = ground;
    var settings = ground.settings().section(SearchSettings.SECTION);
    this.limit = ground.settings().section(LIMIT);
    this.service =
        new SearchService(
            boards,
            members,
            new HitLoading(ground.database(), topics),
            workers(ground.vertx(), settings),
            () -> indexer,
            ground.clock());
    this.routes = new SearchRoutes(service, limits, limit);
  }

  /** Searches run off the event loops; only so many wait, and only for so long. */
  private static WorkQueue workers(Vertx vertx, SearchSettings settings) {
    return new WorkQueue(
        vertx.createSharedWorkerExecutor("search", settings.workers()),
        settings.workers() + settings.queue(),
        settings.longestWait(),
        ClientPresence::isGone);
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(Operations.POINT, routes::bind)
        .add(NetworkLimit.POINT, new NetworkLimit("search", SearchRoutes.ACTION, limit))
        .add(NetworkLimit.POINT, new NetworkLimit("suggest", SearchRoutes.ACTION, limit))
        .add(Service.POINT, Service.in(Role.HTTP, this::start))
        .add(Pages.CLIENT, "/search");
    if (ground.config().roles().contains(Role.HTTP)) {
      parts.add(Health.CHECKS, new HealthCheck("search", this::health));
    }
  }

  /** Where the indexes of all processes are that share the data folder. */
  public static Path folder(Settings settings) {
    return settings.section(SearchSettings.SECTION).in(settings.config().data());
  }

  private AutoCloseable start() {
    try {
      var folder = folder(ground.settings());
      var started = Indexer.start(ground.database(), ground.clock(), folder);
      indexer = started;
      service.warmUp();
      var listening = Journal.GROWN.subscribe(ground.vertx().eventBus(), grown -> started.wake());
      return () -> {
        listening.unregister().await();
        indexer = null;
        started.close();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The forum works without search, so this never makes a process unready. */
  private Future<Status> health() {
    var running = indexer;
    var status = new JsonObject();
    if (running != null) {
      status.put("degraded", !running.isFollowing()).put("complete", running.isComplete());
    }
    return Future.succeededFuture(Status.OK(status));
  }
}
