package parley.journal;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Entries of one batch that are worked on at the same time, but those about the same thing one
 * after the other: the later one sees what the earlier one has done.
 */
public final class InOrder {

  private InOrder() {}

  /**
   * @param thing what an entry is about
   */
  public static Future<Void> of(
      List<Entry<?>> entries,
      Function<Entry<?>, Object> thing,
      Function<Entry<?>, Future<Void>> work) {
    var last = new LinkedHashMap<Object, Future<Void>>();
    for (var entry : entries) {
      var about = thing.apply(entry);
      var before = last.get(about);
      last.put(
          about, before == null ? work.apply(entry) : before.compose(done -> work.apply(entry)));
    }
    return Future.all(List.copyOf(last.values())).mapEmpty();
  }
}
