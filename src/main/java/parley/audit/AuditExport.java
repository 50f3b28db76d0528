package parley.audit;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends the log as a file, newest first: as CSV (RFC 4180) or as an array of JSON objects. It is
 * read in parts, each after the one before it has left, so its size does not matter.
 */
final class AuditExport {

  private static final int PART = 500;

  private static final String HEADER =
      "id,at,actorId,actor,action,targetType,targetId,network,reason,details\r\n";

  private final AuditService audit;
  private final AuditQuery query;
  private final HttpServerResponse response;
  private final boolean csv;
  private boolean begun;

  AuditExport(AuditService audit, AuditQuery query, HttpServerResponse response, boolean csv) {
    this.audit = audit;
    this.query = query;
    this.response = response;
    this.csv = csv;
  }

  /**
   * Sends the export. A failure before the first part is a refusal; a later one closes the
   * connection.
   */
  Future<Void> send() {
    return audit
        .before(query, Long.MAX_VALUE, PART)
        .compose(
            first -> {
              response
                  .setChunked(true)
                  .putHeader("content-type", csv ? "text/csv; charset=utf-8" : "application/json")
                  .putHeader(
                      "content-disposition",
                      "attachment; filename=\"audit." + (csv ? "csv" : "json") + "\"")
                  .putHeader("cache-control", "no-store");
              return response.write(csv ? HEADER : "[").compose(sent -> from(first));
            });
  }

  private Future<Void> from(List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      return response.end(csv ? "" : "]");
    }
    var last = entries.get(entries.size() - 1).id();
    return response
        .write(csv ? rows(entries) : objects(entries))
        .compose(sent -> audit.before(query, last, PART))
        .compose(this::from)
        .onFailure(failure -> response.reset());
  }

  private String objects(List<AuditEntry> entries) {
    var objects =
        entries.stream()
            .map(entry -> JsonObject.mapFrom(entry).encode())
            .collect(Collectors.joining(",", begun ? "," : "", ""));
    begun = true;
    return objects;
  }

  private static String rows(List<AuditEntry> entries) {
    return entries.stream().map(AuditExport::row).collect(Collectors.joining());
  }

  private static String row(AuditEntry entry) {
    var actor = entry.actor();
    return Stream.<@Nullable Object>of(
                entry.id(),
                entry.at(),
                actor == null ? null : actor.id(),
                actor == null ? null : actor.username(),
                entry.action(),
                entry.targetType(),
                entry.targetId(),
                entry.network(),
                entry.reason(),
                new JsonObject(entry.details()).encode())
            .map(AuditExport::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** A spreadsheet takes a text that begins so for a formula; the apostrophe prevents it. */
  private static String cell(@Nullable Object value) {
    var text = value == null ? "" : value.toString();
    var harmless = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return "\"" + harmless.replace("\"", "\"\"") + "\"";
  }
}
