package parley.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Connections of a program that dies, or loses a connection, just before it would send one of
 * certain statements, which are counted.
 */
final class DyingSource {

  enum Death {
    /** Nothing is sent any more, on any connection. */
    OF_THE_PROGRAM,
    /** The connection is gone; the program notes that with another one. */
    OF_THE_CONNECTION
  }

  private final MysqlAddress address;
  private final Predicate<String> counted;
  private final Death death;
  private final List<Connection> open = new ArrayList<>();
  private int left;
  private boolean dead;

  /**
   * @param left so many of the statements run
   */
  DyingSource(MysqlAddress address, Predicate<String> counted, int left, Death death) {
    this.address = address;
    this.counted = counted;
    this.left = left;
    this.death = death;
  }

  /** Whether it has come to that. */
  boolean hasDied() {
    return left < 0;
  }

  /** What a killed program leaves open, the system closes. */
  void closeAll() throws SQLException {
    for (var connection : open) {
      connection.abort(Runnable::run);
    }
  }

  DataSource source() {
    return (DataSource)
        Proxy.newProxyInstance(
            DyingSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
              }
              check("");
              var connection = Jdbc.connect(address);
              open.add(connection);
              return wrapped(connection, connection, Connection.class, "");
            });
  }

  private Object wrapped(Object target, Connection connection, Class<?> type, String prepared) {
    return Proxy.newProxyInstance(
        DyingSource.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          var sql =
              arguments != null && arguments.length > 0 && arguments[0] instanceof String text
                  ? text
                  : prepared;
          if (method.getName().startsWith("execute")) {
            check(sql, connection);
          }
          try {
            var result = method.invoke(target, arguments);
            return result instanceof Statement && method.getReturnType().isInterface()
                ? wrapped(result, connection, method.getReturnType(), sql)
                : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private void check(String sql, Connection connection) throws SQLException {
    check(sql);
    if (counted.test(sql) && left-- == 0) {
      dead = death == Death.OF_THE_PROGRAM;
      connection.abort(Runnable::run);
      throw new SQLException("killed before: " + sql);
    }
  }

  private void check(String sql) throws SQLException {
    if (dead) {
      throw new SQLException("dead, and cannot send " + sql);
    }
  }
}
