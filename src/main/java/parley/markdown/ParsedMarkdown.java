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
 * A parsed text that is not rendered yet, because the mentioned members must be looked up first.
 * Immutable.
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
   * All names that may be mentioned, folded with {@link parley.text.Folding#key}. There is one for
   * each mention, or up to 31 in scripts where the end of the name is open. Only the first 50
   * different mentions count.
   */
  public Set<String> mentionCandidates() {
    return mentions.stream()
        .flatMap(mention -> mention.candidates().stream())
        .map(MentionNode.Candidate::key)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The ids of the mentioned members, in the order of the text, without duplicates.
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
   * The text as safe HTML. Mentions of known members are links with their current names; all others
   * stay text.
   *
   * @param known the members found, by their folded names
   * @throws parley.failure.ForumException {@code INVALID} if the HTML would exceed a million chars
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
