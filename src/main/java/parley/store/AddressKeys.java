package parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.LinkedHashMap;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import parley.text.EmailAddress;

/**
 * Computes the keys of addresses with other than ASCII characters again, which were not made by
 * IDNA. It changes what has another key only, so that it can run again. Where two members turn out
 * to have one address, the proved one keeps it, or else the older one; the other one has to prove
 * it, as everybody who wants an address that somebody else has.
 */
final class AddressKeys implements JavaMigration {

  private static final String OTHER_THAN_ASCII =
      """
      SELECT id, email FROM member WHERE LENGTH(email_key) <> CHAR_LENGTH(email_key)
      ORDER BY email_verified DESC, id
      """;

  private static final String SET = "UPDATE member SET email_key = ? WHERE id = ?";

  private static final String GIVE_UP =
      "UPDATE member SET email_key = ?, email_verified = FALSE WHERE id = ?";

  @Override
  public void migrate(Context context) throws SQLException {
    var connection = context.getConnection();
    var emails = new LinkedHashMap<Long, String>();
    try (var query = connection.createStatement();
        var rows = query.executeQuery(OTHER_THAN_ASCII)) {
      while (rows.next()) {
        emails.put(rows.getLong("id"), rows.getString("email"));
      }
    }
    for (var member : emails.entrySet()) {
      set(connection, member.getKey(), EmailAddress.key(member.getValue()));
    }
  }

  private static void set(Connection connection, long id, String key) throws SQLException {
    try (var change = connection.prepareStatement(SET)) {
      run(change, key, id);
    } catch (SQLIntegrityConstraintViolationException taken) {
      try (var change = connection.prepareStatement(GIVE_UP)) {
        run(change, "claim " + id, id);
      }
    }
  }

  private static void run(PreparedStatement change, String key, long id) throws SQLException {
    change.setString(1, key);
    change.setLong(2, id);
    change.executeUpdate();
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("042");
  }

  @Override
  public String getDescription() {
    return "account address keys";
  }

  /** The program, not the schema, says what a key is: nothing to compare. */
  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }
}
