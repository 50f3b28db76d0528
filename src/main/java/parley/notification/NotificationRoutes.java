package parley.notification;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;

/** The inbox over HTTP. */
final class NotificationRoutes {

  private static final int LIMIT = 20;

  /** What is read: these, or this one and all before it, or all where nothing is named. */
  record Read(@Nullable List<Long> ids, @Nullable Long before) {}

  private final NotificationService notifications;

  NotificationRoutes(NotificationService notifications) {
    this.notifications = notifications;
  }

  void bind(Operations operations) {
    operations
        .on("listNotifications", this::list)
        .on("readNotifications", this::read)
        .on("getNotificationSettings", this::settings)
        .on("setNotificationSettings", this::set);
  }

  private Future<Answer> list(RoutingContext ctx) {
    var before = Parameters.number(ctx, "before");
    var unread = "true".equals(ctx.queryParams().get("unread"));
    var limit = (int) Parameters.number(ctx, "limit").orElse(LIMIT);
    return notifications
        .inbox(Caller.viewer(ctx), unread, before.isPresent() ? before.getAsLong() : null, limit)
        .map(Answer::ok);
  }

  private Future<Answer> read(RoutingContext ctx) {
    var read = Body.of(ctx, Read.class);
    var viewer = Caller.viewer(ctx);
    var done =
        read.ids() == null
            ? notifications.readUpTo(viewer, read.before())
            : notifications.read(viewer, read.ids());
    return done.map(changed -> Answer.noContent());
  }

  private Future<Answer> settings(RoutingContext ctx) {
    return notifications.settings(Caller.viewer(ctx)).map(Answer::ok);
  }

  private Future<Answer> set(RoutingContext ctx) {
    return notifications.set(Caller.viewer(ctx), ways(ctx.body().asJsonObject())).map(Answer::ok);
  }

  private static Map<String, NotificationWays> ways(JsonObject body) {
    var ways = new HashMap<String, NotificationWays>();
    body.forEach(
        kind ->
            ways.put(kind.getKey(), ((JsonObject) kind.getValue()).mapTo(NotificationWays.class)));
    return ways;
  }
}
