package parley.notification;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import parley.bus.ClientEvents;
import parley.config.Config.Role;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.feature.Point;
import parley.feature.Service;
import parley.http.Operations;
import parley.http.Pages;
import parley.job.Job;
import parley.personal.PersonalData;

/** The members' inboxes. Features add kinds, and tell from a reader of the journal. */
public final class Notifications implements Feature {

  /** The kinds of notifications. */
  public static final Point<NotificationKind> KINDS = new Point<>("Notifications.KINDS");

  private static final PersonalData INBOX =
      new PersonalData(
          "notifications",
          Set.of("notification.member_id", "notification_setting.member_id"),
          """
          SELECT kind, topic_id AS topicId, reply_id AS replyId, events AS count,
            created_at AS createdAt, read_at AS readAt
          FROM notification WHERE member_id = ? ORDER BY id
          """,
          List.of(
              """
              DELETE o FROM notification_note o JOIN notification n ON n.id = o.notification_id
              WHERE n.member_id = ?
              """,
              "DELETE FROM notification WHERE member_id = ?",
              "DELETE FROM notification_setting WHERE member_id = ?"));

  /** In the inboxes of others. */
  private static final PersonalData CAUSED =
      new PersonalData(
          "causedNotifications",
          Set.of("notification_actor.actor_id"),
          """
          SELECT notification_id AS notificationId, created_at AS createdAt
          FROM notification_actor WHERE actor_id = ? ORDER BY notification_id
          """,
          List.of("DELETE FROM notification_actor WHERE actor_id = ?"));

  private final Ground ground;
  private final NotificationService service;
  private Supplier<List<NotificationKind>> kinds = List::of;

  public Notifications(Ground ground) {
    this.ground = ground;
    this.service =
        new NotificationService(
            ground.database(), ground.vertx().eventBus(), ground.clock(), () -> kinds.get());
  }

  @Override
  public void addTo(Parts parts) {
    kinds = () -> parts.all(KINDS); // features that come later add theirs
    parts
        .add(Operations.POINT, new NotificationRoutes(service)::bind)
        .add(PersonalData.POINT, INBOX)
        .add(PersonalData.POINT, CAUSED)
        .add(Service.POINT, Service.in(Role.CHAT, this::tellClients))
        .add(Job.POINT, new Job("notifications.prune", Duration.ofHours(6), service::prune))
        .add(Pages.CLIENT, "/inbox");
  }

  public NotificationService service() {
    return service;
  }

  /** Tells the open pages of members to look; each process tells its own clients. */
  private AutoCloseable tellClients() {
    var bus = ground.vertx().eventBus();
    var clients = new ClientEvents(bus);
    var look = JsonObject.of("type", "notification");
    var events =
        Told.CHANNEL.subscribe(
            bus, told -> told.memberIds().forEach(id -> clients.publishHere("user." + id, look)));
    events.completion().await();
    return () -> events.unregister().await();
  }
}
