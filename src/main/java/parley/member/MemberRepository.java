package parley.member;

import static parley.store.Rows.first;
import static parley.store.Rows.instant;
import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.text.Language;

/** SQL for members. */
final class MemberRepository {

  private static final String COLUMNS =
      """
      id, username, email, email_verified, password_version, role, image, signature, language,
      mention_mails, topic_count, reply_count, created_at
      """;

  private static final String FIND = "SELECT " + COLUMNS + " FROM member WHERE id = ?";

  private static final String FIND_BY_USERNAME =
      "SELECT " + COLUMNS + " FROM member WHERE username_key = ?";

  private static final String FIND_BY_EMAIL =
      "SELECT " + COLUMNS + " FROM member WHERE email_key = ?";

  private static final String FIND_BY_USERNAMES =
      "SELECT " + COLUMNS + " FROM member WHERE username_key IN (%s)";

  private static final String FIND_BY_PREFIX =
      """
      SELECT id AS m_id, username AS m_username, image AS m_image FROM member
      WHERE username_key LIKE ? ESCAPE '!' ORDER BY username_key LIMIT 10
      """;

  private static final String SET_IMAGE = "UPDATE member SET image = ? WHERE id = ?";

  private static final String SET_MENTION_MAILS =
      "UPDATE member SET mention_mails = ? WHERE id = ?";

  private static final String WITHOUT_MENTION_MAILS =
      "SELECT id FROM member WHERE id IN (%s) AND NOT mention_mails";

  private static final String SET_ROLE = "UPDATE member SET role = ? WHERE id = ?";

  private static final String COUNT_POSTS =
      """
      UPDATE member SET topic_count = topic_count + ?, reply_count = reply_count + ? WHERE id = ?
      """;

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
        .mapping(MemberRepository::member)
        .execute(Tuple.from(List.copyOf(usernameKeys)))
        .map(rows -> list(rows));
  }

  Future<List<Author>> findByPrefix(SqlClient client, String prefixKey) {
    var pattern = prefixKey.replaceAll("[!%_]", "!$0") + "%";
    return client
        .preparedQuery(FIND_BY_PREFIX)
        .mapping(row -> Author.of(row, "m"))
        .execute(Tuple.of(pattern))
        .map(rows -> list(rows));
  }

  Future<Void> setImage(SqlClient client, long id, String image) {
    return client.preparedQuery(SET_IMAGE).execute(Tuple.of(image, id)).mapEmpty();
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

  Future<Void> countPosts(SqlClient client, long id, long topics, long replies) {
    return client.preparedQuery(COUNT_POSTS).execute(Tuple.of(topics, replies, id)).mapEmpty();
  }

  private static Future<Optional<Member>> one(SqlClient client, String sql, Object key) {
    return client
        .preparedQuery(sql)
        .mapping(MemberRepository::member)
        .execute(Tuple.of(key))
        .map(rows -> first(rows));
  }

  private static Member member(Row row) {
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
        instant(row, "created_at"));
  }
}
