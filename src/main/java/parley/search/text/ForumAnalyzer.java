package parley.search.text;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/**
 * The analysis of all fields: folded words in {@code title} and {@code text}, and stems in those
 * with a language, such as {@code text.de}.
 */
public final class ForumAnalyzer extends DelegatingAnalyzerWrapper {

  /** Increase it when the analysis changes: then every index is built again. */
  public static final int VERSION = 1;

  private final Analyzer folded;

  /** By the code of the language. */
  private final Map<String, Analyzer> stems;

  private ForumAnalyzer(Analyzer folded) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.folded = folded;
    this.stems =
        Stemming.all().stream().collect(toUnmodifiableMap(Stemming::code, StemAnalyzer::new));
  }

  public static ForumAnalyzer ofTexts() {
    return new ForumAnalyzer(FoldedAnalyzer.ofTexts());
  }

  public static ForumAnalyzer ofQueries() {
    return new ForumAnalyzer(FoldedAnalyzer.ofQueries());
  }

  /** The field with the stems of a language. */
  public static String field(String field, Stemming language) {
    return field + '.' + language.code();
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    var dot = field.indexOf('.');
    if (dot < 0) {
      return folded;
    }
    var analyzer = stems.get(field.substring(dot + 1));
    if (analyzer == null) {
      throw new IllegalArgumentException("There is no field " + field);
    }
    return analyzer;
  }
}
