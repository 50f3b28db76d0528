package parley.board.admin;

import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import parley.access.AccessService;
import parley.audit.AuditService;
import parley.bus.ClientEvents;
import parley.config.Config.Role;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.feature.Service;
import parley.http.Operations;
import parley.job.Job;
import parley.personal.PersonalData;

/** Administration of boards. */
public final class BoardAdmin implements Feature {

  /** The job that moves the topics of boards that are deleted. */
  public static final String MERGE = "boards.merge";

  private static final Duration EVERY = Duration.ofSeconds(3);

  /** The member who deletes a board is stored until the board is gone. */
  private static final PersonalData DELETED =
      new PersonalData(
          "deletedBoards",
          Set.of("board.deleted_by"),
          "SELECT id, title FROM board WHERE deleted_by = ?",
          List.of());

  private final EventBus bus;
  private final BoardMerging merging;
  private final BoardAdminRoutes routes;

  public BoardAdmin(Ground ground, AccessService access, AuditService audit, TopicMover topics) {
    this.bus = ground.vertx().eventBus();
    LongConsumer changed = id -> BoardChanged.CHANNEL.publish(bus, new BoardChanged(id));
    var database = ground.database();
    this.merging = new BoardMerging(database, access, topics, changed);
    this.routes =
        new BoardAdminRoutes(
            new BoardAdminService(database, access, audit, merging, changed),
            new BoardRightsService(database, access, audit, changed));
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(Operations.POINT, routes::bind)
        .add(Job.POINT, new Job(MERGE, EVERY, merging::run))
        .add(Service.POINT, Service.in(Role.CHAT, this::tellClients))
        .add(PersonalData.POINT, DELETED);
  }

  /** Publishes changes to clients that see the board; each process serves its own clients. */
  private AutoCloseable tellClients() {
    var clients = new ClientEvents(bus);
    var event = JsonObject.of("type", "boardsChanged");
    var events =
        BoardChanged.CHANNEL.subscribe(
            bus, changed -> clients.publishHere("index", changed.boardId(), event.copy()));
    events.completion().await();
    return () -> events.unregister().await();
  }
}
