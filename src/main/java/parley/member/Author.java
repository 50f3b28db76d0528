package parley.member;

import io.vertx.sqlclient.Row;

/**
 * A member as shown beside a post.
 *
 * @param image the path of the picture, or null
 */
public record Author(long id, String username, String image) {

  /** The columns that {@link #of} reads, of the table with this alias. */
  public static String columns(String alias) {
    return "%1$s.id AS %1$s_id, %1$s.username AS %1$s_username, %1$s.image AS %1$s_image"
        .formatted(alias);
  }

  /** Reads the columns of {@link #columns}; null if an outer join found no member. */
  public static Author of(Row row, String alias) {
    var id = row.getLong(alias + "_id");
    return id == null
        ? null
        : new Author(id, row.getString(alias + "_username"), row.getString(alias + "_image"));
  }

  /** The tag of guests' pages that show this member. */
  public String tag() {
    return tag(id);
  }

  /** The tag of guests' pages that show a member. */
  public static String tag(long memberId) {
    return "member:" + memberId;
  }
}
