package parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes what an interrupted migration left, so that it can run again. The server commits each
 * statement that changes the schema by itself, so a process that is killed leaves a part. The first
 * four migrations have several statements, and what is left of them is undone here; the later ones
 * look for themselves what is done. Undoing can be interrupted too.
 */
final class Interrupted {

  private static final String HISTORY = "flyway_schema_history";

  /** Of the first migration, in an order in which they can be dropped. */
  private static final List<String> FIRST_TABLES =
      List.of(
          "mail",
          "chat_message",
          "chat_seat",
          "chat_room",
          "mention",
          "reply",
          "topic",
          "board",
          "one_time_token",
          "member");

  private final Connection connection;
  private final String database;

  Interrupted(Connection connection, String database) {
    this.connection = connection;
    this.database = database;
  }

  /**
   * @throws StoreStartException if there is data that no interrupted migration can have left
   */
  void undo() throws SQLException {
    if (!hasTable(HISTORY)) {
      return;
    }
    execute("DELETE FROM " + HISTORY + " WHERE success = 0");
    switch (newest()) {
      case 0 -> undoFirst();
      case 1 -> undoBoards();
      case 2 -> undoMail();
      case 3 -> execute("DROP TABLE IF EXISTS topic_day");
      default -> {
        // the others need nothing
      }
    }
  }

  /** The version of the last migration that is noted; 0 for none. */
  private int newest() throws SQLException {
    return number(
        "SELECT COALESCE(MAX(CAST(version AS UNSIGNED)), 0) FROM "
            + HISTORY
            + " WHERE version IS NOT NULL");
  }

  private void undoFirst() throws SQLException {
    var left = new ArrayList<String>();
    for (var table : FIRST_TABLES) {
      if (hasTable(table)) {
        requireEmpty(table);
        left.add(table);
      }
    }
    for (var table : left) {
      execute("DROP TABLE " + table);
    }
  }

  private void undoBoards() throws SQLException {
    requireEmpty("topic");
    execute("DELETE FROM board");
    execute("ALTER TABLE board AUTO_INCREMENT = 1"); // the later migrations know their ids
  }

  private void undoMail() throws SQLException {
    for (var column : List.of("language", "mention_mails")) {
      if (hasColumn("member", column)) {
        execute("ALTER TABLE member DROP COLUMN " + column);
      }
    }
    if (hasColumn("mail", "claimed_by")) {
      execute(
          """
          ALTER TABLE mail
            DROP KEY ix_mail_due,
            DROP KEY ix_mail_state,
            DROP KEY ix_mail_recipient,
            DROP KEY ix_mail_cause,
            DROP KEY ix_mail_created,
            DROP COLUMN claimed_by,
            DROP COLUMN sent_at,
            DROP COLUMN queued_at,
            DROP COLUMN caused_by,
            MODIFY next_attempt_at DATETIME(3) NOT NULL,
            ADD KEY ix_mail_due (state, next_attempt_at)
          """);
    }
  }

  private void requireEmpty(String table) throws SQLException {
    if (number("SELECT EXISTS (SELECT 1 FROM " + table + ")") != 0) {
      throw new StoreStartException(
          "The schema of %s is incomplete, but its table %s has data: restore a backup."
              .formatted(database, table));
    }
  }

  private boolean hasTable(String table) throws SQLException {
    return number(
            "SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?",
            database,
            table)
        > 0;
  }

  private boolean hasColumn(String table, String column) throws SQLException {
    return number(
            "SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
                + " AND COLUMN_NAME = ?",
            database,
            table,
            column)
        > 0;
  }

  private int number(String sql, String... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (var n = 0; n < parameters.length; n++) {
        statement.setString(n + 1, parameters[n]);
      }
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
