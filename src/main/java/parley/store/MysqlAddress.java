package parley.store;

/** Where the database is, and how to sign in there. */
public record MysqlAddress(String host, int port, String database, String user, String password) {

  /** The same server and account, with another database. */
  public MysqlAddress with(String otherDatabase) {
    return new MysqlAddress(host, port, otherDatabase, user, password);
  }

  /** For people: without the password. */
  @Override
  public String toString() {
    return "mysql://" + user + "@" + host + ":" + port + "/" + database;
  }
}
