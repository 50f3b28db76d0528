package parley.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import parley.Checked;
import parley.faults.Ledger.Entry;
import parley.store.Jdbc;
import parley.store.MysqlAddress;

/**
 * What the forum has, compared with what was acknowledged.
 *
 * @param lost acknowledged, and not there
 * @param doubled there more than once
 * @param torn there with another content or id, or there although it was taken back
 * @param unfound posts that the search does not find
 * @param counters troubles that {@code bin/parley check} tells
 * @param effects what is wrong with what follows from what was written, such as notifications
 */
record Verdict(
    int lost, int doubled, int torn, int unfound, List<String> counters, List<String> effects) {

  /** Counters follow within a second, and somewhat later after an outage. */
  private static final long CATCHING_UP_MS = 45_000;

  private record Row(long id, String content) {}

  static Verdict of(Stand stand, Ledger ledger, Found search)
      throws SQLException, IOException, InterruptedException {
    var unfound = search.missing(ledger).size();
    var lost = 0;
    var doubled = 0;
    var torn = 0;
    try (var connection = Jdbc.connect(stand.mysql())) {
      for (var kind : Kept.values()) {
        var rows = new HashMap<String, Row>();
        doubled += read(connection, kind, rows);
        for (var entry : ledger.entries(kind)) {
          var row = rows.get(entry.key());
          lost += row == null ? 1 : 0;
          torn += row != null && !isSame(entry, row) ? 1 : 0;
        }
        torn +=
            (int)
                ledger.withdrawn(kind).stream().filter(one -> rows.containsKey(one.key())).count();
      }
      var effects = Effects.wrong(connection, ledger, stand.data());
      return new Verdict(lost, doubled, torn, unfound, counters(stand.mysql()), effects);
    }
  }

  /** How many rows are there a second time, by their key or by the mark in their content. */
  private static int read(Connection connection, Kept kind, Map<String, Row> rows)
      throws SQLException {
    var doubled = 0;
    var marks = new HashSet<String>();
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(kind.sql())) {
      while (found.next()) {
        var row = new Row(found.getLong(1), found.getString(3));
        var mark = row.content().split(" ", 2)[0];
        if (rows.put(found.getString(2), row) != null || kind.isMarked() && !marks.add(mark)) {
          doubled++;
        }
      }
    }
    return doubled;
  }

  private static boolean isSame(Entry entry, Row row) {
    return entry.id() == row.id() && entry.content().equals(row.content());
  }

  private static List<String> counters(MysqlAddress database) throws SQLException {
    var began = System.nanoTime();
    while (true) {
      var troubles = Checked.of(database, List.of()).run().stream().map(Object::toString).toList();
      if (troubles.isEmpty()
          || System.nanoTime() - began > TimeUnit.MILLISECONDS.toNanos(CATCHING_UP_MS)) {
        return troubles;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  boolean isGood() {
    return lost == 0
        && doubled == 0
        && torn == 0
        && unfound == 0
        && counters.isEmpty()
        && effects.isEmpty();
  }

  @Override
  public String toString() {
    return "%d lost, %d doubled, %d torn, %d not found, %d counters and %d effects wrong"
        .formatted(lost, doubled, torn, unfound, counters.size(), effects.size());
  }
}
