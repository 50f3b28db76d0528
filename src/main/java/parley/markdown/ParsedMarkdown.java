package parley.markdown;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;

/**
 * A parsed text that is not rendered yet, because the mentioned members must be looked up first.
 * Immutable.
 */
public final class ParsedMarkdown {

  private final String source;
  private final Node document;
  private final Set<String> candidates;

  ParsedMarkdown(String source) {
    Names names = new Names(Map.of());
    this.source = source;
    this.document = Dialect.parse(source, names);
    this.candidates = Collections.unmodifiableSet(names.candidates());
  }

  /**
   * All names that may be mentioned, folded with {@link parley.text.Folding#key}. There is one for
   * each mention, or several where the end of the name is open, as in scripts without spaces. Only
   * the first 50 different mentions count.
   */
  public Set<String> mentionCandidates() {
    return candidates;
  }

  /**
   * The text with its mentions. Names of unknown members stay text.
   *
   * @param known the members found, by their folded names
   */
  public ResolvedMarkdown resolve(Map<String, Mention> known) {
    boolean mentions = candidates.stream().anyMatch(known::containsKey);
    return new ResolvedMarkdown(
        mentions ? Dialect.parse(source, new Names(known)) : document, known);
  }
}
