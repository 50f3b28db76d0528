package parley.notification;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.access.Viewer;
import parley.failure.ForumException;
import parley.store.Database;

/** Writes and reads the members' inboxes. */
public final class NotificationService {

  /** Older notifications are deleted, read or not. */
  private static final Duration KEPT = Duration.ofDays(180);

  private static final Logger log = LoggerFactory.getLogger(NotificationService.class);

  private final Database database;
  private final EventBus bus;
  private final Clock clock;
  private final Supplier<List<NotificationKind>> kinds;
  private final NotificationRepository notifications = new NotificationRepository();
  private final NoteRepository notes = new NoteRepository();
  private final NotificationSettingsRepository settings = new NotificationSettingsRepository();

  NotificationService(
      Database database, EventBus bus, Clock clock, Supplier<List<NotificationKind>> kinds) {
    this.database = database;
    this.bus = bus;
    this.clock = clock;
    this.kinds = kinds;
  }

  /**
   * Tells members of something, in the transaction of a journal's reader, so that it happens once.
   * Nobody is told of what they did themselves. {@link #announce} comes after the commit.
   */
  public Future<Void> tell(SqlClient tx, Collection<Long> memberIds, Notice notice) {
    var others = memberIds.stream().filter(id -> id != notice.actorId()).distinct().toList();
    return others.isEmpty() ? Future.succeededFuture() : notifications.tell(tx, others, notice);
  }

  /**
   * Tells a member what was done to their post, in the transaction that does it. They learn it also
   * where the post itself is no longer shown. Who did it is not said.
   */
  public Future<Void> tell(SqlClient tx, long memberId, Notice notice, Note note) {
    return notifications
        .tell(tx, List.of(memberId), notice)
        .compose(told -> notes.add(tx, memberId, notice.key(), note));
  }

  /** Says to open pages of these members that their inbox has changed. May be lost. */
  public void announce(Collection<Long> memberIds) {
    try {
      Told.CHANNEL.publish(bus, new Told(List.copyOf(memberIds)));
    } catch (RuntimeException e) {
      log.warn("Changed inboxes were not announced", e);
    }
  }

  Future<Inbox> inbox(Viewer viewer, boolean unreadOnly, @Nullable Long before, int limit) {
    var client = database.client();
    var memberId = viewer.signedIn().id();
    var items = notifications.list(client, memberId, viewer.boards(), unreadOnly, before, limit);
    var unread = notifications.unread(client, memberId, viewer.boards());
    return Future.all(items, unread).map(done -> new Inbox(items.result(), unread.result()));
  }

  Future<Void> read(Viewer viewer, List<Long> ids) {
    var memberId = viewer.signedIn().id();
    return ids.isEmpty()
        ? Future.succeededFuture()
        : told(memberId, notifications.read(database.client(), memberId, ids, clock.instant()));
  }

  Future<Void> readUpTo(Viewer viewer, @Nullable Long id) {
    var memberId = viewer.signedIn().id();
    return told(memberId, notifications.readUpTo(database.client(), memberId, id, clock.instant()));
  }

  /** The member has read a topic up to a floor. */
  public Future<Void> readTopic(long memberId, long topicId, long floor) {
    var read =
        notifications.readTopic(database.client(), memberId, topicId, floor, clock.instant());
    return told(memberId, read);
  }

  private Future<Void> told(long memberId, Future<Boolean> changed) {
    return changed.map(
        any -> {
          if (any) {
            announce(List.of(memberId));
          }
          return null;
        });
  }

  /** Each kind, and whether the member wants it. */
  Future<Map<String, NotificationWays>> settings(Viewer viewer) {
    return settings
        .off(database.client(), viewer.signedIn().id())
        .map(
            off -> {
              var all = new LinkedHashMap<String, NotificationWays>();
              names().forEach(name -> all.put(name, new NotificationWays(!off.contains(name))));
              return all;
            });
  }

  /** Fails with INVALID where there is no such kind. What is not named stays as it is. */
  Future<Map<String, NotificationWays>> set(Viewer viewer, Map<String, NotificationWays> wanted) {
    var unknown = wanted.keySet().stream().filter(name -> !names().contains(name)).findFirst();
    if (unknown.isPresent()) {
      throw ForumException.invalid(unknown.get(), "unknown", "There is no such notification.");
    }
    var memberId = viewer.signedIn().id();
    var app =
        wanted.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().app()));
    return database
        .transaction(tx -> settings.set(tx, memberId, app))
        .compose(set -> settings(viewer));
  }

  private Set<String> names() {
    return kinds.get().stream()
        .map(NotificationKind::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Deletes what is old, some at a time. */
  Future<Void> prune() {
    return notifications
        .prune(database.client(), clock.instant().minus(KEPT))
        .compose(deleted -> deleted == 0 ? notes.prune(database.client()) : prune());
  }
}
