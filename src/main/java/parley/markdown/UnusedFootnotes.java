package parley.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.internal.util.Escaping;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Shows footnotes that nothing refers to where they stand, as they were typed. Otherwise they would
 * not be shown at all.
 */
final class UnusedFootnotes extends AbstractVisitor {

  private final List<FootnoteDefinition> definitions = new ArrayList<>();
  private final Map<FootnoteDefinition, Set<String>> references = new HashMap<>();
  private final Set<String> inText = new HashSet<>();
  private @Nullable FootnoteDefinition current;

  private UnusedFootnotes() {}

  static void showAsTyped(Node document) {
    UnusedFootnotes footnotes = new UnusedFootnotes();
    document.accept(footnotes);
    Set<FootnoteDefinition> used = footnotes.used();
    for (FootnoteDefinition definition : footnotes.definitions) {
      if (!used.contains(definition)) {
        unwrap(definition);
      }
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof FootnoteDefinition definition) {
      FootnoteDefinition around = current;
      current = definition;
      definitions.add(definition);
      visitChildren(definition);
      current = around;
    } else {
      visitChildren(block);
    }
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof FootnoteReference reference) {
      (current == null ? inText : references.computeIfAbsent(current, key -> new HashSet<>()))
          .add(key(reference.getLabel()));
    } else {
      visitChildren(node);
    }
  }

  /** The first definition of each label that the text refers to, directly or by other footnotes. */
  private Set<FootnoteDefinition> used() {
    Map<String, FootnoteDefinition> first = new HashMap<>();
    for (FootnoteDefinition definition : definitions) {
      first.putIfAbsent(key(definition.getLabel()), definition);
    }
    Set<FootnoteDefinition> used = new HashSet<>();
    Deque<String> labels = new ArrayDeque<>(inText);
    while (!labels.isEmpty()) {
      FootnoteDefinition definition = first.get(labels.pop());
      if (definition != null && used.add(definition)) {
        labels.addAll(references.getOrDefault(definition, Set.of()));
      }
    }
    return used;
  }

  private static String key(String label) {
    return Escaping.normalizeLabelContent(label);
  }

  private static void unwrap(FootnoteDefinition definition) {
    Text mark = new Text("[^" + definition.getLabel() + "]: ");
    if (definition.getFirstChild() instanceof Paragraph paragraph) {
      paragraph.prependChild(mark);
    } else {
      Paragraph paragraph = new Paragraph();
      paragraph.appendChild(mark);
      definition.insertBefore(paragraph);
    }
    for (Node child = definition.getFirstChild();
        child != null;
        child = definition.getFirstChild()) {
      definition.insertBefore(child);
    }
    definition.unlink();
  }
}
