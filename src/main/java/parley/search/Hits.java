package parley.search;

import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import parley.search.index.Found;

/**
 * The hits of the index for a page.
 *
 * @param found the page's hits
 * @param total the number of all hits, or a lower bound
 * @param exact whether the total is exact
 * @param whole false if the time limit ended the search early
 * @param similar whether only similar words were found
 * @param query the query that found them; null if the request had no words
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
