package parley.search;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param total of all hits; where {@code exact} is false, so many at least
 * @param complete false where not everything was looked at: the index is being built, or the time
 *     for a search was over
 * @param similar whether nothing was found as it is written, and this is similar
 */
record SearchPage(
    List<Hit> items,
    long page,
    int pageSize,
    long total,
    long tookMs,
    boolean exact,
    boolean complete,
    boolean similar) {}
