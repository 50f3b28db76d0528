package parley.store;

/** The address of the database, with the account and password. */
public record MysqlAddress(String host, int port, String database, String user, String password) {

  /** The same server and account, with another database. */
  public MysqlAddress with(String otherDatabase) {
    return new MysqlAddress(host, port, otherDatabase, user, password);
  }

  /** For messages: without the password. */
  @Override
  public String toString() {
    return "mysql://" + user + "@" + host + ":" + port + "/" + database;
  }
}
