package parley.backup;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Replaces the forum's tables with those of a scratch database. */
final class Swap {

  /** The longest wait for a table that is still in use. */
  private static final int WAIT_SECONDS = 10;

  private Swap() {}

  /**
   * One statement, so it is atomic even if a process is killed. Afterwards the forum's old tables
   * are in the database that is dropped.
   */
  static void into(String forum, Scratch scratch) throws SQLException {
    var catalogue = new Catalogue(scratch.server());
    var out = catalogue.names(forum).stream().map(name -> move(name, forum, scratch.replaced()));
    var in =
        catalogue.names(scratch.name()).stream().map(name -> move(name, scratch.name(), forum));
    scratch.execute("CREATE DATABASE " + Table.quoted(scratch.replaced()));
    scratch.execute("SET SESSION lock_wait_timeout = " + WAIT_SECONDS);
    scratch.execute("RENAME TABLE " + Stream.concat(out, in).collect(joining(", ")));
  }

  private static String move(String table, String from, String to) {
    return "%1$s.%3$s TO %2$s.%3$s"
        .formatted(Table.quoted(from), Table.quoted(to), Table.quoted(table));
  }
}
