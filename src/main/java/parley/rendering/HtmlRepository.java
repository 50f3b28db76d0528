package parley.rendering;

import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** SQL for a table's HTML that an older renderer version produced. */
final class HtmlRepository {

  /** A text with outdated HTML. */
  record Outdated(long id, long version, String content) {}

  private final String find;
  private final String renew;

  HtmlRepository(RenderedTable table) {
    var version = table.edited() ? "version" : "1";
    find =
        "SELECT id, %s AS version, content FROM %s WHERE html_version < ? LIMIT ?"
            .formatted(version, table.name());
    renew =
        """
        UPDATE %s SET html = ?, html_version = ?
        WHERE id = ? AND %s = ? AND html_version < ?
        """
            .formatted(table.name(), version);
  }

  /** Some texts whose HTML is older than this version of the renderer. */
  Future<List<Outdated>> find(SqlClient client, int htmlVersion, int limit) {
    return client
        .preparedQuery(find)
        .mapping(HtmlRepository::outdated)
        .execute(Tuple.of(htmlVersion, limit))
        .map(rows -> list(rows));
  }

  /** Returns false if the text was edited, or another process has already rendered it. */
  Future<Boolean> renew(SqlClient client, Outdated text, String html, int htmlVersion) {
    return client
        .preparedQuery(renew)
        .execute(Tuple.of(html, htmlVersion, text.id(), text.version(), htmlVersion))
        .map(rows -> rows.rowCount() == 1);
  }

  private static Outdated outdated(Row row) {
    return new Outdated(row.getLong("id"), row.getLong("version"), row.getString("content"));
  }
}
