package parley.store;

import parley.config.Config;

/**
 * How much and how long the database is used and waited for.
 *
 * @param connections at most so many for statements that stand alone, and so many for transactions
 * @param queue so many may wait for a connection of either kind; further ones are refused at once
 * @param connectSeconds for the TCP connection
 * @param waitSeconds for a connection, including the time to make and prepare it
 * @param statementSeconds for each statement
 * @param transactionSeconds for a transaction, from its connection to its end
 * @param silenceMs how long the server may be silent on all connections before it counts as away
 */
public record MysqlLimits(
    int connections,
    int queue,
    int connectSeconds,
    int waitSeconds,
    int statementSeconds,
    int transactionSeconds,
    int silenceMs) {

  private static final int WAITING_PER_CONNECTION = 64;
  private static final int SILENCE_MS = 1_500;

  public static MysqlLimits of(Config.Mysql config) {
    return new MysqlLimits(
        config.poolSize(),
        config.queue(),
        config.connectSeconds(),
        config.waitSeconds(),
        config.statementSeconds(),
        config.transactionSeconds(),
        config.silenceMs());
  }

  /** For commands, which wait so long for a connection, and twice as long for what it does. */
  static MysqlLimits of(int connections, int waitSeconds) {
    return new MysqlLimits(
        connections,
        connections * WAITING_PER_CONNECTION,
        waitSeconds,
        waitSeconds,
        2 * waitSeconds,
        2 * waitSeconds,
        SILENCE_MS);
  }

  /** A lock is waited for less long than an answer, so that the server can say so. */
  int lockSeconds() {
    return Math.max(1, statementSeconds / 2);
  }
}
