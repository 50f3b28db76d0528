package parley.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, as the words of the query and the parameters say.
 *
 * @param words all of them are to be found
 * @param excluded none of them is to be found
 * @param inTitle only titles, and names of members
 * @param unfinished whether the last word may go on
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
   * A word, or words that are to follow each other.
   *
   * @param exact in quotation marks: no other forms of the word
   */
  record Word(String text, boolean exact) {}

  /** Whether it says nothing at all. */
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
