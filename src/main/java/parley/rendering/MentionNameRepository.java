package parley.rendering;

import static parley.store.Rows.first;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.text.Folding;

/** SQL for the members whom the names in texts mean. */
final class MentionNameRepository {

  private static final String FIND =
      "SELECT name, member_id FROM mention_name WHERE source = ? AND source_id = ?";

  private static final String ADD =
      "INSERT IGNORE INTO mention_name (source, source_id, name, member_id) VALUES (?, ?, ?, ?)";

  /** The last version of the renderer that did not store names. */
  private static final int WITHOUT_NAMES = 1;

  private static final String FIND_OLD_HTML =
      "SELECT html FROM %s WHERE id = ? AND html_version <= " + WITHOUT_NAMES;

  /** As the renderer of that version wrote it, with the name as it was found. */
  private static final Pattern OLD_MENTION =
      Pattern.compile(
          "<a class=\"mention\" href=\"/user/(\\d{1,18})\">(?:@|&#64;)([^<]{1,200})</a>");

  /** The ids of the members by the folded names of a text. */
  Future<Map<String, Long>> find(SqlClient client, RenderedTable table, long id) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(table.name(), id))
        .compose(
            rows -> {
              var names = new HashMap<String, Long>();
              rows.forEach(row -> names.put(row.getString("name"), row.getLong("member_id")));
              return names.isEmpty() ? findOld(client, table, id) : Future.succeededFuture(names);
            });
  }

  private static Future<Map<String, Long>> findOld(SqlClient client, RenderedTable table, long id) {
    return client
        .preparedQuery(FIND_OLD_HTML.formatted(table.name()))
        .mapping(row -> row.getString("html"))
        .execute(Tuple.of(id))
        .map(rows -> first(rows).map(MentionNameRepository::namesIn).orElse(Map.of()));
  }

  static Map<String, Long> namesIn(String oldHtml) {
    var names = new HashMap<String, Long>();
    Matcher mention = OLD_MENTION.matcher(oldHtml);
    while (mention.find()) {
      names.put(Folding.key(mention.group(2)), Long.valueOf(mention.group(1)));
    }
    return names;
  }

  /** Names that the text has already keep their meaning. */
  Future<Void> add(SqlClient tx, RenderedTable table, long id, Map<String, Long> names) {
    var rows =
        names.entrySet().stream()
            .map(name -> Tuple.of(table.name(), id, name.getKey(), name.getValue()))
            .toList();
    return rows.isEmpty()
        ? Future.succeededFuture()
        : tx.preparedQuery(ADD).executeBatch(rows).mapEmpty();
  }
}
