package parley.store;

/**
 * The statement that sets up a session with the server. What only one of MariaDB and MySQL knows
 * stands in a comment that the other one skips.
 */
final class SessionSettings {

  /** Connections that this process has lost are closed by the server, which then rolls back. */
  private static final int FORGOTTEN_SECONDS = 10;

  private SessionSettings() {}

  /** The server itself ends a statement that takes too long, so that its connection is free. */
  static String ofStatements(MysqlLimits limits) {
    return lockWait(limits)
        + " /*M!100300 , max_statement_time = %1$d */ /*!80000 , max_execution_time = %1$d000 */"
            .formatted(limits.statementSeconds());
  }

  /**
   * A transaction whose client is gone without a word must not keep its locks, nor hold back the
   * journal's readers: the server ends it when it has heard nothing for longer than a transaction
   * may take.
   */
  static String ofTransactions(MysqlLimits limits) {
    var idle = limits.transactionSeconds() + FORGOTTEN_SECONDS;
    return lockWait(limits)
        + ", autocommit = 0, wait_timeout = %d".formatted(idle)
        + " /*M!100300 , idle_write_transaction_timeout = %d */"
            .formatted(limits.statementSeconds());
  }

  private static String lockWait(MysqlLimits limits) {
    return "SET SESSION innodb_lock_wait_timeout = " + limits.lockSeconds();
  }
}
