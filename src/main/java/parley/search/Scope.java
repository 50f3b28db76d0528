package parley.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.access.BoardScope;
import parley.search.index.Kind;

/**
 * Among what is searched. The query itself is restricted to it, so that what lies outside changes
 * no total and no suggestion.
 *
 * @param kinds of what may be found
 * @param boards of topics and replies
 * @param boardChosen whether only what is in a board is wanted
 * @param authorId of what is found; null for all
 * @param partyId who takes part, of messages; else null
 */
record Scope(
    List<Kind> kinds,
    BoardScope boards,
    boolean boardChosen,
    @Nullable Long authorId,
    @Nullable Long partyId) {}
