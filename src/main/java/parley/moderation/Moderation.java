package parley.moderation;

import java.time.Duration;
import parley.audit.AuditService;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.http.Operations;
import parley.job.Job;
import parley.notification.NotificationService;
import parley.notification.Notifications;
import parley.topic.PostStates;
import parley.topic.TopicSplitting;
import parley.topic.TopicTransfers;

/** What moderators do with topics and replies. */
public final class Moderation implements Feature {

  /** The job that erases what was deleted long ago. */
  public static final String ERASE = "moderation.erase";

  /** The job that goes on with merges that were not finished. */
  public static final String MERGE = "moderation.merge";

  private final ModerationRoutes routes;
  private final Erasing erasing;
  private final TransferService transfers;

  public Moderation(
      Ground ground,
      PostStates states,
      TopicTransfers topics,
      TopicSplitting splitting,
      AuditService audit,
      NotificationService notifications) {
    var database = ground.database();
    var changes = new PostChanges(states, audit, notifications, ground.clock());
    this.routes =
        new ModerationRoutes(
            new TopicStateService(database, states, changes, audit),
            new PostRemovalService(database, changes, topics));
    this.transfers = new TransferService(database, topics, splitting, changes, audit);
    this.erasing = new Erasing(database, ground.clock());
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(Operations.POINT, routes::bind)
        .add(Operations.POINT, new TransferRoutes(transfers)::bind)
        .add(Job.POINT, new Job(MERGE, Duration.ofSeconds(5), transfers::resumeMerges))
        .add(Notifications.KINDS, PostChanges.KIND)
        .add(Job.POINT, new Job(ERASE, Duration.ofHours(3), erasing::run));
  }
}
