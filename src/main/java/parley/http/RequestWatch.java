package parley.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import parley.config.Logging;

/**
 * Measures each request, and logs slow requests or, if configured, all requests. Safe to share
 * between event loops.
 */
public final class RequestWatch implements Handler<RoutingContext> {

  private static final Logger access = LoggerFactory.getLogger("parley.access");
  private static final Logger slow = LoggerFactory.getLogger("parley.slow.request");

  /** The status of nginx for a client that disconnected before its answer. */
  private static final int CLIENT_WENT_AWAY = 499;

  /**
   * A query value that is not a number. It may be a secret, such as a token from a mail, or a
   * search term, so it must not be logged.
   */
  private static final Pattern VALUE = Pattern.compile("=(?!\\d{1,18}(&|$))[^&]*");

  private static final int LONGEST_PATH = 300;

  private final RequestMetrics metrics;
  private final boolean logsAll;
  private final long slowNanos;

  public RequestWatch(Logging logging, MeterRegistry registry) {
    this.metrics = new RequestMetrics(registry);
    this.logsAll = logging.access();
    this.slowNanos =
        logging.slowRequestMs() == 0
            ? Long.MAX_VALUE
            : TimeUnit.MILLISECONDS.toNanos(logging.slowRequestMs());
  }

  @Override
  public void handle(RoutingContext ctx) {
    var began = System.nanoTime();
    metrics.began();
    ctx.addEndHandler(sent -> ended(ctx, sent.succeeded(), System.nanoTime() - began));
    ctx.next();
  }

  private void ended(RoutingContext ctx, boolean sent, long nanos) {
    var route = Requested.of(ctx).route();
    var status = sent ? ctx.response().getStatusCode() : CLIENT_WENT_AWAY;
    metrics.ended(route, ctx.request().method().name(), status, nanos);
    if (nanos > slowNanos) {
      line(slow.atLevel(Level.WARN), ctx, status, nanos)
          .addKeyValue("route", route)
          .log("Slow request");
    }
    if (logsAll) {
      line(access.atLevel(Level.INFO), ctx, status, nanos)
          .addKeyValue("address", Caller.address(ctx))
          .addKeyValue("path", path(ctx.request().uri()))
          .addKeyValue("bytes", ctx.response().bytesWritten())
          .addKeyValue(
              "member",
              Caller.find(ctx).map(caller -> Long.toString(caller.member().id())).orElse("-"))
          .log("Request");
    }
  }

  private static LoggingEventBuilder line(
      LoggingEventBuilder line, RoutingContext ctx, int status, long nanos) {
    return line.addKeyValue(RequestId.KEY, RequestId.of(ctx))
        .addKeyValue("method", ctx.request().method().name())
        .addKeyValue("status", status)
        .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  /** The requested path, with only the names and numbers of the query. */
  static String path(String uri) {
    var query = uri.indexOf('?');
    var shown =
        query < 0
            ? uri
            : uri.substring(0, query) + VALUE.matcher(uri.substring(query)).replaceAll("=*");
    return shown.length() > LONGEST_PATH ? shown.substring(0, LONGEST_PATH) + "…" : shown;
  }
}
