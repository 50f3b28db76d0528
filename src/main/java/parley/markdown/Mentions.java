package parley.markdown;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import parley.text.Folding;

/**
 * Whom a text mentions. Within a quotation a name was written by somebody else, to somebody else:
 * there only the line that says who is quoted addresses a member. It is the first line of a
 * quotation that is not part of another one, and it is a name and a colon: {@code > @marta:} or
 * {@code > [@marta](/topic/2?floor=264):}.
 */
final class Mentions extends AbstractVisitor {

  private static final Pattern POST = Pattern.compile("/topic/[0-9]{1,19}(?:[?#].*)?");
  private static final Pattern COLON = Pattern.compile("\\s*[:：].*", Pattern.DOTALL);

  private final Map<String, Mention> known;
  private final Set<Long> addressed = new LinkedHashSet<>();
  private final Map<String, Long> names = new LinkedHashMap<>();
  private int quotations;

  private Mentions(Map<String, Mention> known) {
    this.known = known;
  }

  static Mentions in(Node document, Map<String, Mention> known) {
    Mentions mentions = new Mentions(known);
    if (!known.isEmpty()) {
      document.accept(mentions);
    }
    return mentions;
  }

  Set<Long> addressed() {
    return addressed;
  }

  Map<String, Long> names() {
    return names;
  }

  @Override
  public void visit(BlockQuote quotation) {
    if (quotations == 0 && quotation.getFirstChild() instanceof Paragraph paragraph) {
      attribution(paragraph.getFirstChild());
    }
    quotations++;
    visitChildren(quotation);
    quotations--;
  }

  private void attribution(Node first) {
    if (first == null
        || !(first.getNext() instanceof Text colon)
        || !COLON.matcher(colon.getLiteral()).matches()) {
      return;
    }
    if (first instanceof MentionNode mention) {
      addressed.add(mention.mention().id());
    } else if (first instanceof Link link
        && POST.matcher(link.getDestination()).matches()
        && link.getFirstChild() instanceof Text text
        && text.getNext() == null
        && text.getLiteral().startsWith("@")) {
      String key = Folding.key(text.getLiteral().substring(1));
      Mention quoted = known.get(key);
      if (quoted != null) {
        addressed.add(quoted.id());
        names.put(key, quoted.id());
      }
    }
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof MentionNode mention) {
      names.put(mention.key(), mention.mention().id());
      if (quotations == 0) {
        addressed.add(mention.mention().id());
      }
    }
    visitChildren(node);
  }
}
