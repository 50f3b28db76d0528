package parley.like;

import java.util.List;
import parley.check.Check;

/** How many likes each post has, compared with the likes themselves. */
public final class LikeChecks {

  public static final List<Check> ALL =
      List.of(
          Check.of(
              "likes",
              """
              SELECT CONCAT(IF(c.kind = 0, 'topic ', 'reply '), c.post_id, ' counts ', c.likes,
                ' likes of ', COUNT(l.member_id))
              FROM post_likes c
              LEFT JOIN post_like l ON l.kind = c.kind AND l.post_id = c.post_id
              GROUP BY c.kind, c.post_id, c.likes HAVING c.likes <> COUNT(l.member_id)
              """,
              """
              UPDATE post_likes c SET likes = (
                SELECT COUNT(*) FROM post_like l
                WHERE l.kind = c.kind AND l.post_id = c.post_id)
              """));

  private LikeChecks() {}
}
