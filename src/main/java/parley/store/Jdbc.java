package parley.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Blocking connections for migrations and commands. Requests use the pool. */
public final class Jdbc {

  private static final int CONNECT_MILLIS = 5000;

  private Jdbc() {}

  /** MariaDB's driver, also used for MySQL. Booleans stay numbers, times are UTC. */
  static String url(MysqlAddress address) {
    return "jdbc:mariadb://"
        + address.host()
        + ":"
        + address.port()
        + "/"
        + address.database()
        + "?permitMysqlScheme&tinyInt1isBit=false&connectTimeout="
        + CONNECT_MILLIS;
  }

  /** A connection in auto-commit mode. */
  public static Connection connect(MysqlAddress address) throws SQLException {
    return DriverManager.getConnection(url(address), address.user(), address.password());
  }
}
