package parley.store.embedded;

import java.io.IOException;
import java.io.Reader;
import java.util.Properties;
import parley.store.MysqlAddress;

/**
 * The option file that server and clients share.
 *
 * <p>A machine with less than 1000 MB, which runs everything, has smaller memory settings. The
 * server listens only on the loopback address. It has no socket file, because its path is limited
 * to 107 bytes, and no TLS, because generating a key takes five seconds at each start.
 *
 * @param port the loopback port
 * @param database the database's name
 * @param user the account that may use it
 * @param password the account's password, for this run
 */
record MariaDbSettings(int port, String database, String user, String password) {

  /** Reads the output of {@link #optionFile}, whose lines have the format of a properties file. */
  static MariaDbSettings of(Reader optionFile, String database) throws IOException {
    var options = new Properties();
    options.load(optionFile);
    return new MariaDbSettings(
        Integer.parseInt(options.getProperty("port")),
        database,
        options.getProperty("user"),
        options.getProperty("password"));
  }

  MysqlAddress address() {
    return new MysqlAddress(LoopbackPort.HOST, port, database, user, password);
  }

  String optionFile() {
    var small = MachineMemory.isSmall();
    return """
        # Written at every start of Parley. For a look, or for a backup while it runs:
        # mariadb --defaults-file=<this file> %2$s
        [client]
        host=127.0.0.1
        port=%1$d
        user=%3$s
        password=%4$s
        skip-ssl

        [mariadbd]
        bind-address=127.0.0.1
        port=%1$d
        socket=
        skip-ssl
        skip-name-resolve
        pid-file=mariadbd.pid
        max-connections=200
        local-infile=OFF
        log-warnings=1
        character-set-server=utf8mb4
        collation-server=utf8mb4_unicode_520_ci
        default-time-zone=+00:00
        # what is acknowledged is on disk
        innodb-flush-log-at-trx-commit=1
        innodb-log-file-size=%5$s
        # memory
        performance-schema=OFF
        innodb-buffer-pool-size=%6$s
        innodb-log-buffer-size=4M
        aria-pagecache-buffer-size=%7$s
        key-buffer-size=1M
        query-cache-size=0
        sort-buffer-size=%8$s
        tmp-table-size=8M
        max-heap-table-size=8M
        table-open-cache=400
        table-definition-cache=400
        thread-cache-size=8
        """
        .formatted(
            port,
            database,
            user,
            password,
            MariaDbCommand.REDO_LOG,
            small ? "24M" : "64M",
            small ? "2M" : "8M",
            small ? "512K" : "2M");
  }

  /**
   * Statements that run before the first connection is accepted, one on each line. The account may
   * also create databases whose names begin with that of Parley's database: see parley.backup.
   */
  String initFile() {
    return """
        CREATE DATABASE IF NOT EXISTS %1$s;
        CREATE OR REPLACE USER %2$s@'%%' IDENTIFIED BY '%3$s';
        GRANT ALL ON %1$s.* TO %2$s@'%%';
        GRANT ALL ON `%1$s\\_%%`.* TO %2$s@'%%';
        """
        .formatted(database, user, password);
  }

  String jdbcUrl() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
  }
}
