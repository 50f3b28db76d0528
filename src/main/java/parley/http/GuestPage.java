package parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import parley.text.Digests;

/** An encoded answer: plain and compressed, with its entity tag (RFC 9110, 8.8.3). */
record GuestPage(Buffer json, Buffer gzip, String etag, Set<String> tags) {

  static GuestPage of(Buffer json, Set<String> tags) {
    var hash = HexFormat.of().formatHex(Digests.sha256(json.getBytes()), 0, 12);
    return new GuestPage(json, compressed(json), "W/\"" + hash + "\"", tags);
  }

  /** Whether the page has one of these tags. */
  boolean shows(Set<String> others) {
    return others.stream().anyMatch(tags::contains);
  }

  int bytes() {
    return json.length() + gzip.length();
  }

  /**
   * Sends it though it is older than it should be, and says so: with its age (RFC 9111, 5.1), as
   * caches do (RFC 9211), and in the older way that more programs know (RFC 7234, 5.5.1).
   */
  void sendStale(RoutingContext ctx, Duration age, Duration fresh) {
    if (!ctx.response().ended() && !ctx.response().closed()) {
      ctx.response()
          .putHeader(HttpHeaders.AGE, Long.toString(age.toSeconds()))
          .putHeader("cache-status", "Parley; hit; ttl=" + fresh.minus(age).toSeconds())
          .putHeader("warning", "110 - \"Response is Stale\"");
    }
    send(ctx);
  }

  void send(RoutingContext ctx) {
    var response = ctx.response();
    if (response.ended() || response.closed()) {
      return;
    }
    var request = ctx.request();
    response
        .putHeader(HttpHeaders.ETAG, etag)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader(HttpHeaders.VARY, "accept-encoding, authorization, cookie");
    var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && known.contains(etag)) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    if (accepted != null && accepted.contains("gzip")) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(gzip);
    } else {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY).end(json);
    }
  }

  static Buffer compressed(Buffer json) {
    var bytes = new ByteArrayOutputStream(json.length() / 2);
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(json.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }
}
