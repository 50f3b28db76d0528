package parley.search;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import parley.search.index.Fields;
import parley.search.text.ForumAnalyzer;
import parley.search.text.Segments;
import parley.search.text.Stemming;
import parley.text.RunningScript;

/** How one word of a query is looked for. A word may be a phrase. */
final class WordQueries {

  private static final float IN_TITLE = 3;
  private static final float STEM = 0.6f;
  private static final float BEGINNING = 0.4f;
  private static final float SIMILAR = 0.5f;
  private static final float WHOLE_WORD = 1.5f;

  /** What a second place at which a word is found adds. */
  private static final float ALSO = 0.1f;

  /** Shorter beginnings belong to too many words. */
  private static final int BEGINNING_MIN = 3;

  private static final int BEGINNING_IN_TITLE_MIN = 2;

  private static final int SIMILAR_MIN = 4;
  private static final int TWO_ERRORS_MIN = 8;
  private static final int SIMILAR_TERMS = 30;

  private final Analyzer analyzer = ForumAnalyzer.ofQueries();
  private final QueryBuilder builder = new QueryBuilder(analyzer);

  /**
   * The query for a word; empty if it contains nothing that can be found.
   *
   * @param fields of folded words
   * @param unfinished whether the word may be the beginning of a longer one
   */
  Optional<Query> of(Asked.Word word, List<String> fields, boolean unfinished) {
    if (word.exact()) {
      return phrase(word.text(), fields);
    }
    return isRunning(word.text())
        ? running(word.text(), fields)
        : spaced(word.text(), fields, unfinished);
  }

  /** The same with wrong letters, where the word is long enough. */
  Optional<Query> similar(Asked.Word word, List<String> fields) {
    if (word.exact() || isRunning(word.text())) {
      return of(word, fields, false);
    }
    var all = new BooleanQuery.Builder();
    var terms = terms(Fields.TEXT, word.text());
    terms.forEach(term -> all.add(similar(term, fields), Occur.MUST));
    return terms.isEmpty() ? Optional.empty() : Optional.of(all.build());
  }

  private Query similar(String term, List<String> fields) {
    var length = term.codePointCount(0, term.length());
    var found = new ArrayList<Query>();
    for (var field : fields) {
      found.add(boosted(field, new TermQuery(new Term(field, term)), 1));
      if (length >= SIMILAR_MIN) {
        var edits = length >= TWO_ERRORS_MIN ? 2 : 1;
        var fuzzy = new FuzzyQuery(new Term(field, term), edits, 1, SIMILAR_TERMS, true);
        found.add(boosted(field, fuzzy, SIMILAR));
      }
    }
    return new DisjunctionMaxQuery(found, ALSO);
  }

  /** These words in this order, where there are several. */
  Optional<Query> inOrder(List<Asked.Word> words, List<String> fields) {
    var text = words.stream().map(Asked.Word::text).collect(joining(" "));
    return words.size() > 1 ? phrase(text, fields) : Optional.empty();
  }

  private Optional<Query> phrase(String text, List<String> fields) {
    var found = new ArrayList<Query>();
    for (var field : fields) {
      var query = builder.createPhraseQuery(field, text);
      if (query != null) {
        found.add(boosted(field, query, 1));
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(found, ALSO));
  }

  private Optional<Query> spaced(String text, List<String> fields, boolean unfinished) {
    var terms = terms(Fields.TEXT, text);
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    var found = new ArrayList<Query>();
    phrase(text, fields).ifPresent(found::add);
    if (terms.size() == 1) {
      for (var field : fields) {
        addStems(found, field, text);
        if (unfinished) {
          addBeginning(found, field, terms.get(0));
        }
      }
    }
    return Optional.of(new DisjunctionMaxQuery(found, ALSO));
  }

  private void addStems(List<Query> found, String field, String text) {
    for (var language : Stemming.of(text)) {
      for (var stem : terms(ForumAnalyzer.field(field, language), text)) {
        var query = new TermQuery(new Term(ForumAnalyzer.field(field, language), stem));
        found.add(boosted(field, query, STEM));
      }
    }
  }

  private static void addBeginning(List<Query> found, String field, String term) {
    var min = field.equals(Fields.TITLE) ? BEGINNING_IN_TITLE_MIN : BEGINNING_MIN;
    if (term.codePointCount(0, term.length()) >= min) {
      found.add(boosted(field, new PrefixQuery(new Term(field, term)), BEGINNING));
    }
  }

  /**
   * A text without spaces: each of its words, wherever it stands. The text as it is, and words that
   * are no part of a longer one, come first.
   */
  private Optional<Query> running(String text, List<String> fields) {
    var parts = Segments.of(text);
    var all = new BooleanQuery.Builder();
    var any = false;
    for (var part : parts) {
      var found = phrase(part, fields);
      if (found.isPresent()) {
        all.add(orBeginning(found.get(), part, fields), Occur.MUST);
        fields.forEach(field -> addWholeWord(all, field, part));
        any = true;
      }
    }
    if (parts.size() > 1) {
      phrase(text, fields).ifPresent(whole -> all.add(whole, Occur.SHOULD));
    }
    return any ? Optional.of(all.build()) : Optional.empty();
  }

  /** Dictionaries also have compounds, of which the part is only the beginning. */
  private Query orBeginning(Query whole, String part, List<String> fields) {
    var found = new ArrayList<>(List.of(whole));
    var terms = terms(Fields.TEXT, part);
    if (terms.size() == 1 && Stemming.of(part).isEmpty()) {
      fields.forEach(field -> addBeginning(found, field, terms.get(0)));
    }
    return found.size() == 1 ? whole : new DisjunctionMaxQuery(found, ALSO);
  }

  private void addWholeWord(BooleanQuery.Builder all, String field, String part) {
    var words = ForumAnalyzer.field(field, Stemming.HAN);
    for (var word : terms(words, part)) {
      all.add(boosted(field, new TermQuery(new Term(words, word)), WHOLE_WORD), Occur.SHOULD);
    }
  }

  private static Query boosted(String field, Query query, float boost) {
    var all = field.equals(Fields.TITLE) ? boost * IN_TITLE : boost;
    return all == 1 ? query : new BoostQuery(query, all);
  }

  private static boolean isRunning(String text) {
    return text.codePoints().anyMatch(RunningScript::contains);
  }

  private List<String> terms(String field, String text) {
    try (TokenStream stream = analyzer.tokenStream(field, text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var terms = new ArrayList<String>();
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
      return terms;
    } catch (IOException e) { // no file is read
      throw new UncheckedIOException(e);
    }
  }
}
