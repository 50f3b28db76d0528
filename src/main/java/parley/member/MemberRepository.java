package parley.member;

import static parley.store.Rows.instant;
import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.text.Language;

/** SQL for members. */
final class MemberRepository {

  /** A row for each group of a member, and one for a member without any. */
  private static final String SELECT =
      """
      SELECT m.id, m.username, m.email, m.email_verified, m.password_version, m.role, m.image,
        m.signature, m.language, m.mention_mails, m.topic_count, m.reply_count, m.created_at,
        g.group_id
      FROM member m LEFT JOIN member_of_group g ON g.member_id = m.id
      """;

  private static final String FIND = SELECT + "WHERE m.id = ?";

  private static final String FIND_BY_USERNAME = SELECT + "WHERE m.username_key = ?";

  private static final String FIND_BY_EMAIL = SELECT + "WHERE m.email_key = ?";

  private static final String FIND_BY_USERNAMES = SELECT + "WHERE m.username_key IN (%s)";

  private static final String FIND_BY_IDS = SELECT + "WHERE m.id IN (%s)";

  private static final String FIND_BY_PREFIX =
      """
      SELECT id AS m_id, username AS m_username, image AS m_image, role AS m_role FROM member
      WHERE username_key LIKE ? ESCAPE '!' ORDER BY username_key LIMIT 10
      """;

  private static final String LOCK_IMAGE = "SELECT image FROM member WHERE id = ? FOR UPDATE";

  private static final String IMAGES_IN_USE =
      "SELECT DISTINCT image FROM member WHERE image IN (%s)";

  private static final String SET_IMAGE = "UPDATE member SET image = ? WHERE id = ?";

  private static final String SET_MENTION_MAILS =
      "UPDATE member SET mention_mails = ? WHERE id = ?";

  private static final String WITHOUT_MENTION_MAILS =
      "SELECT id FROM member WHERE id IN (%s) AND NOT mention_mails";

  private static final String SET_ROLE = "UPDATE member SET role = ? WHERE id = ?";

  Future<Optional<Member>> find(SqlClient client, long id) {
    return one(client, FIND, id);
  }

  Future<Optional<Member>> findByUsername(SqlClient client, String usernameKey) {
    return one(client, FIND_BY_USERNAME, usernameKey);
  }

  Future<Optional<Member>> findByEmail(SqlClient client, String emailKey) {
    return one(client, FIND_BY_EMAIL, emailKey);
  }

  Future<List<Member>> findByUsernames(SqlClient client, Collection<String> usernameKeys) {
    var marks = String.join(",", Collections.nCopies(usernameKeys.size(), "?"));
    return client
        .preparedQuery(FIND_BY_USERNAMES.formatted(marks))
        .execute(Tuple.from(List.copyOf(usernameKeys)))
        .map(MemberRepository::members);
  }

  Future<List<Member>> findByIds(SqlClient client, Collection<Long> ids) {
    var marks = String.join(",", Collections.nCopies(ids.size(), "?"));
    return client
        .preparedQuery(FIND_BY_IDS.formatted(marks))
        .execute(Tuple.from(List.copyOf(ids)))
        .map(MemberRepository::members);
  }

  Future<List<Author>> findByPrefix(SqlClient client, String prefixKey) {
    var pattern = prefixKey.replaceAll("[!%_]", "!$0") + "%";
    return client
        .preparedQuery(FIND_BY_PREFIX)
        .mapping(row -> Author.of(row, "m"))
        .execute(Tuple.of(pattern))
        .map(rows -> list(rows));
  }

  /** Gives the picture that the member had. */
  Future<Optional<String>> setImage(SqlClient tx, long id, @Nullable String image) {
    return tx.preparedQuery(LOCK_IMAGE)
        .mapping(row -> Optional.ofNullable(row.getString("image")))
        .execute(Tuple.of(id))
        .map(rows -> rows.size() == 0 ? Optional.<String>empty() : rows.iterator().next())
        .compose(
            old -> tx.preparedQuery(SET_IMAGE).execute(Tuple.of(image, id)).map(changed -> old));
  }

  Future<Set<String>> imagesInUse(SqlClient client, Collection<String> images) {
    var marks = String.join(",", Collections.nCopies(images.size(), "?"));
    return client
        .preparedQuery(IMAGES_IN_USE.formatted(marks))
        .mapping(row -> row.getString("image"))
        .execute(Tuple.from(List.copyOf(images)))
        .map(rows -> Set.copyOf(list(rows)));
  }

  Future<Set<Long>> withoutMentionMails(SqlClient client, Collection<Long> ids) {
    var marks = String.join(",", Collections.nCopies(ids.size(), "?"));
    return client
        .preparedQuery(WITHOUT_MENTION_MAILS.formatted(marks))
        .mapping(row -> row.getLong("id"))
        .execute(Tuple.from(List.copyOf(ids)))
        .map(rows -> Set.copyOf(list(rows)));
  }

  Future<Void> setMentionMails(SqlClient client, long id, boolean wanted) {
    return client.preparedQuery(SET_MENTION_MAILS).execute(Tuple.of(wanted, id)).mapEmpty();
  }

  Future<Void> setRole(SqlClient client, long id, Role role) {
    return client.preparedQuery(SET_ROLE).execute(Tuple.of(role.word(), id)).mapEmpty();
  }

  private static Future<Optional<Member>> one(SqlClient client, String sql, Object key) {
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(key))
        .map(rows -> members(rows).stream().findFirst());
  }

  private static List<Member> members(RowSet<Row> rows) {
    var groups = new HashMap<Long, Set<Long>>();
    var first = new LinkedHashMap<Long, Row>();
    for (var row : rows) {
      var id = row.getLong("id");
      first.putIfAbsent(id, row);
      var group = row.getLong("group_id");
      if (group != null) {
        groups.computeIfAbsent(id, member -> new HashSet<>()).add(group);
      }
    }
    return first.entrySet().stream()
        .map(
            member ->
                member(
                    member.getValue(), Set.copyOf(groups.getOrDefault(member.getKey(), Set.of()))))
        .toList();
  }

  private static Member member(Row row, Set<Long> groups) {
    return new Member(
        row.getLong("id"),
        row.getString("username"),
        row.getString("email"),
        row.getBoolean("email_verified"),
        row.getInteger("password_version"),
        Role.of(row.getString("role")).orElse(Role.MEMBER),
        row.getString("image"),
        row.getString("signature"),
        Language.of(row.getString("language")).orElse(Language.EN),
        row.getBoolean("mention_mails"),
        row.getLong("topic_count"),
        row.getLong("reply_count"),
        instant(row, "created_at"),
        groups);
  }
}
