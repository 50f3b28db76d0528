package parley.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the journal in order, in batches, and never the same entry at the same time in two
 * processes. The reader's effects in the database, made through the transaction it is given, happen
 * exactly once: they are committed with the move of its cursor. Effects elsewhere happen at least
 * once. A reader that is new begins with the oldest entry that is kept.
 *
 * @param name of its cursor, for ever; at most 64 characters
 * @param types by their names; entries of others are passed over
 * @param committed is told of entries after the commit; may be missed when the process is killed
 */
public record Reader(
    String name, Map<String, EntryType<?>> types, Work work, Consumer<List<Entry<?>>> committed) {

  /** What a reader does with entries. */
  @FunctionalInterface
  public interface Work {

    /**
     * Does the reader's work for some entries, in the transaction that moves its cursor.
     *
     * @param entries in order, at least one; a failure rolls the transaction back, and all of them
     *     come again, after a while and one by one
     */
    Future<Void> of(SqlClient tx, List<Entry<?>> entries);
  }

  /** A reader of entries of these types. */
  public static Reader of(String name, List<EntryType<?>> types, Work work) {
    return new Reader(
        name,
        types.stream().collect(Collectors.toMap(EntryType::name, Function.identity())),
        work,
        entries -> {});
  }

  /** The same, which tells of entries after the commit. */
  public Reader then(Consumer<List<Entry<?>>> committed) {
    return new Reader(name, types, work, committed);
  }
}
