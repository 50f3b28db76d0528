package parley.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * A member as shown beside a post.
 *
 * @param image the path of the picture, or null
 * @param role null for an ordinary member
 */
public record Author(
    long id, String username, String image, @JsonInclude(Include.NON_NULL) @Nullable Role role) {

  static Author of(Member member) {
    return new Author(member.id(), member.username(), member.image(), shown(member.role()));
  }

  private static @Nullable Role shown(Role role) {
    return role == Role.MEMBER ? null : role;
  }

  /** The columns that {@link #of} reads, of the table with this alias. */
  public static String columns(String alias) {
    return """
    %1$s.id AS %1$s_id, %1$s.username AS %1$s_username, %1$s.image AS %1$s_image,
    %1$s.role AS %1$s_role"""
        .formatted(alias);
  }

  /** Reads the columns of {@link #columns}, which are null only if an outer join found nobody. */
  public static Author of(Row row, String alias) {
    return new Author(
        row.getLong(alias + "_id"),
        row.getString(alias + "_username"),
        row.getString(alias + "_image"),
        shown(Role.of(row.getString(alias + "_role")).orElse(Role.MEMBER)));
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
