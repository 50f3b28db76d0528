package parley.topic;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import parley.http.Caller;

/**
 * Counts the topic pages that are shown, whether they come from the database or from the guests'
 * cache.
 */
public final class ViewHandler implements Handler<RoutingContext> {

  private static final Pattern TOPIC = Pattern.compile("/api/topic/(\\d{1,18})");

  private final ViewCounter views;

  ViewHandler(ViewCounter views) {
    this.views = views;
  }

  @Override
  public void handle(RoutingContext ctx) {
    var topic = TOPIC.matcher(ctx.request().path());
    if (topic.matches() && ctx.request().method() == HttpMethod.GET) {
      var topicId = Long.parseLong(topic.group(1));
      ctx.addEndHandler(
          sent -> {
            var status = ctx.response().getStatusCode();
            if (sent.succeeded() && (status == 200 || status == 304)) {
              views.seen(topicId, visitor(ctx));
            }
          });
    }
    ctx.next();
  }

  private static String visitor(RoutingContext ctx) {
    return Caller.find(ctx)
        .map(caller -> "member " + caller.member().id())
        .orElseGet(() -> Caller.address(ctx));
  }
}
