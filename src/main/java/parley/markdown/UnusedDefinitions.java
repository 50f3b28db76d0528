package parley.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * Shows definitions of links that no link uses as they were typed: {@code [Bob]: hello} was hardly
 * meant as a definition.
 */
final class UnusedDefinitions extends AbstractVisitor {

  private record Target(String destination, String title) {}

  private final List<LinkReferenceDefinition> definitions = new ArrayList<>();
  private final Set<Target> used = new HashSet<>();

  private UnusedDefinitions() {}

  static void showAsTyped(Node document) {
    UnusedDefinitions visitor = new UnusedDefinitions();
    document.accept(visitor);
    for (LinkReferenceDefinition each : visitor.definitions) {
      if (!visitor.used.contains(new Target(each.getDestination(), each.getTitle()))) {
        each.insertBefore(typed(each));
      }
      each.unlink();
    }
  }

  private static Paragraph typed(LinkReferenceDefinition definition) {
    String title = definition.getTitle() == null ? "" : " \"" + definition.getTitle() + "\"";
    String text = "[%s]: %s%s".formatted(definition.getLabel(), definition.getDestination(), title);
    Paragraph paragraph = new Paragraph();
    paragraph.appendChild(new Text(text));
    return paragraph;
  }

  @Override
  public void visit(LinkReferenceDefinition definition) {
    definitions.add(definition);
  }

  @Override
  public void visit(Link link) {
    used.add(new Target(link.getDestination(), link.getTitle()));
    visitChildren(link);
  }

  @Override
  public void visit(Image image) {
    used.add(new Target(image.getDestination(), image.getTitle()));
    visitChildren(image);
  }
}
