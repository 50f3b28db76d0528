package parley.search;

import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import parley.search.index.Found;

/**
 * What the index has found for a page.
 *
 * @param found the page's hits
 * @param total of all hits, or so many at least
 * @param exact whether the total is exact
 * @param whole false where the time was over before everything had been looked at
 * @param similar whether only similar words were found
 * @param query that found them; null where there was nothing to look for
 */
record Hits(
    List<Found> found,
    long total,
    boolean exact,
    boolean whole,
    boolean similar,
    @Nullable Query query) {

  static final Hits NONE = new Hits(List.of(), 0, true, true, false, null);
}
