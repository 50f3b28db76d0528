package parley.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed search request: the words of the query and the parameters.
 *
 * @param words a hit has all of them
 * @param excluded a hit has none of them
 * @param inTitle searches only titles, and names of members
 * @param unfinished whether the last word may be the beginning of a longer one
 * @param author a username
 * @param board a slug, a title or an id
 * @param from not written before this
 * @param to written before this
 */
record Asked(
    List<Word> words,
    List<Word> excluded,
    boolean inTitle,
    boolean unfinished,
    @Nullable String author,
    @Nullable String board,
    @Nullable Instant from,
    @Nullable Instant to) {

  /**
   * A word or a phrase.
   *
   * @param exact in quotation marks: no other forms of the word
   */
  record Word(String text, boolean exact) {}

  /** Whether the request has neither words nor filters. */
  boolean isEmpty() {
    return words.isEmpty()
        && excluded.isEmpty()
        && author == null
        && board == null
        && from == null
        && to == null;
  }

  /** Whether there is something to find beside what posts have in common. */
  boolean hasWords() {
    return !words.isEmpty();
  }
}
