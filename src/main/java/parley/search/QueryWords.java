package parley.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.failure.ForumException;
import parley.search.Asked.Word;

/**
 * Reads a query as people write it: words, {@code "phrases"}, {@code -word}, and {@code author:},
 * {@code board:}, {@code before:}, {@code after:}, {@code in:title}. Nothing is an error but a date
 * that is none, and too many words: what is no operator is a word.
 */
final class QueryWords {

  /** More would cost more than a search may. */
  static final int MOST = 32;

  private static final String QUOTES = "\"“”„«»「」『』＂";

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private final List<Word> excluded = new ArrayList<>();
  private boolean inTitle;
  private boolean unfinished;
  private @Nullable String author;
  private @Nullable String board;
  private @Nullable Instant from;
  private @Nullable Instant to;
  private int at;

  private QueryWords(String text) {
    this.text = text;
  }

  /** Fails with INVALID. */
  static Asked read(String query) {
    var words = new QueryWords(query);
    words.readAll();
    return new Asked(
        List.copyOf(words.words),
        List.copyOf(words.excluded),
        words.inTitle,
        words.unfinished,
        words.author,
        words.board,
        words.from,
        words.to);
  }

  private void readAll() {
    while (skipSpace()) {
      var minus = text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(at + 1);
      if (minus) {
        at++;
      }
      if (isQuote(at)) {
        add(new Word(quoted(), true), minus);
      } else {
        var word = bare();
        if (minus || !isOperator(word)) {
          add(new Word(word, false), minus);
          unfinished = !minus && at == text.length();
        }
      }
    }
    if (words.size() + excluded.size() > MOST) {
      throw ForumException.invalid("q", "too_many_words", "At most " + MOST + " words, please.");
    }
  }

  private void add(Word word, boolean minus) {
    unfinished = false;
    if (!word.text().isBlank()) {
      (minus ? excluded : words).add(word);
    }
  }

  private boolean skipSpace() {
    while (at < text.length() && isSpace(at)) {
      at++;
    }
    return at < text.length();
  }

  private boolean isSpace(int index) {
    return Character.isWhitespace(text.charAt(index)) || Character.isSpaceChar(text.charAt(index));
  }

  private boolean isQuote(int index) {
    return index < text.length() && QUOTES.indexOf(text.charAt(index)) >= 0;
  }

  /** Up to the next quotation mark; one that is not closed ends with the query. */
  private String quoted() {
    var start = ++at;
    while (at < text.length() && !isQuote(at)) {
      at++;
    }
    var quoted = text.substring(start, at);
    at = Math.min(text.length(), at + 1);
    return quoted;
  }

  /** Up to the next space. The value of an operator may be in quotation marks. */
  private String bare() {
    var start = at;
    while (at < text.length() && !isSpace(at)) {
      if (text.charAt(at) == ':' && isQuote(at + 1)) {
        var name = text.substring(start, ++at);
        return name + quoted();
      }
      at++;
    }
    return text.substring(start, at);
  }

  private boolean isOperator(String word) {
    var colon = word.indexOf(':');
    if (colon < 1 || colon == word.length() - 1) {
      return false;
    }
    var value = word.substring(colon + 1).strip();
    switch (word.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "author", "by" -> author = value.startsWith("@") ? value.substring(1) : value;
      case "board" -> board = value;
      case "before" -> to = Dates.start("q", value);
      case "after" -> from = Dates.end("q", value);
      case "in" -> {
        if (!value.equalsIgnoreCase("title")) {
          return false;
        }
        inTitle = true;
      }
      default -> {
        return false;
      }
    }
    unfinished = false;
    return true;
  }
}
