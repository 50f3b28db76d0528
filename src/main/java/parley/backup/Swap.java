package parley.backup;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Puts the tables of a scratch database in the place of the forum's. */
final class Swap {

  /** Of a table that somebody uses after all. */
  private static final int WAIT_SECONDS = 10;

  private Swap() {}

  /**
   * One statement, so all or nothing, whatever dies: afterwards the forum's tables are among those
   * that the scratch database drops.
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
