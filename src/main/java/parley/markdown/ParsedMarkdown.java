package parley.markdown;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;

/**
 * A text that has been parsed but not yet shown, for who is mentioned in it must be looked up
 * first. Immutable.
 */
public final class ParsedMarkdown {

  private final Dialect dialect;
  private final Node document;
  private final List<MentionNode> mentions;
  private final String idPrefix;

  ParsedMarkdown(Dialect dialect, String source) {
    this.dialect = dialect;
    this.document = dialect.parse(source);
    this.mentions = mentionsIn(document);
    this.idPrefix = FootnoteIds.prefix(source);
  }

  /**
   * Every name that may be meant, as {@link parley.text.Folding#key} gives it. That is one for each
   * mention, and up to 31 where the script leaves open where the name ends; from at most 50
   * different mentions, the first ones.
   */
  public Set<String> mentionCandidates() {
    return mentions.stream()
        .flatMap(mention -> mention.candidates().stream())
        .map(MentionNode.Candidate::key)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The ids of those whom the text mentions, in its order, each once.
   *
   * @param known the members found, by their folded names
   */
  public Set<Long> mentioned(Map<String, Mention> known) {
    return mentions.stream()
        .map(mention -> mention.match(known))
        .flatMap(Optional::stream)
        .map(match -> match.mention().id())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The text as safe HTML, to be shown as it is. Mentions of known members are links under their
   * current names; all others stay text.
   *
   * @param known the members found, by their folded names
   * @throws parley.failure.ForumException {@code INVALID} when the HTML would exceed a million
   *     chars
   */
  public String render(Map<String, Mention> known) {
    BoundedHtml html = new BoundedHtml();
    dialect
        .html()
        .nodeRendererFactory(context -> new MentionHtml(context, known))
        .attributeProviderFactory(context -> new FootnoteIds(idPrefix))
        .build()
        .render(document, html);
    return HtmlSanitiser.sanitise(html.toString(), idPrefix);
  }

  private static List<MentionNode> mentionsIn(Node document) {
    List<MentionNode> found = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomNode node) {
            if (node instanceof MentionNode mention) {
              found.add(mention);
            }
            visitChildren(node);
          }
        });
    return List.copyOf(found);
  }
}
