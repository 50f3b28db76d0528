package parley.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import parley.markdown.LinkGuard.TypedLink;

/**
 * Looks at the finished inline nodes of a container. What the policy does not let through becomes
 * text as it was typed: tags, comments, links and pictures with other addresses. No link is within
 * a link, and no mention within a link or code.
 */
final class InlineTidier {

  private static final Set<String> QUIET_TAGS = Set.of("a", "code", "kbd", "pre", "samp");

  private InlineTidier() {}

  static void tidy(Node container) {
    tidy(container, false, false);
  }

  private static void tidy(Node container, boolean inLink, boolean quiet) {
    judgeTags(container);
    int quietTags = 0;
    for (Node node = container.getFirstChild(), next; node != null; node = next) {
      next = node.getNext();
      boolean silent = quiet || quietTags > 0;
      if (node instanceof HtmlInline html) {
        quietTags += quiet(HtmlTag.of(html.getLiteral()));
      } else if (node instanceof MentionNode mention) {
        if (silent) {
          replace(node, new Text(mention.text()));
        }
      } else if (node instanceof Link link) {
        tidyLink(link, inLink, silent);
      } else if (node instanceof Image image) {
        tidy(image, true, true);
      } else if (node instanceof TypedLink typed) {
        tidy(typed, inLink, silent);
        unwrap(typed, typed.before, typed.after);
      } else if (node.getFirstChild() != null) {
        tidy(node, inLink, silent);
      }
    }
  }

  /** Only an address between angle brackets can still be one that is not let through. */
  private static void tidyLink(Link link, boolean inLink, boolean quiet) {
    if (inLink) {
      tidy(link, true, quiet);
      unwrap(link, "", "");
    } else if (LinkGuard.letsThrough(false, link.getDestination())) {
      tidy(link, true, true);
    } else {
      replace(link, new Text("<" + link.getDestination() + ">"));
    }
  }

  private static void replace(Node node, Node by) {
    node.insertBefore(by);
    node.unlink();
  }

  private static void unwrap(Node node, String before, String after) {
    insertTyped(node, before);
    for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
      node.insertBefore(child);
    }
    insertTyped(node, after);
    node.unlink();
  }

  private static int quiet(@Nullable HtmlTag tag) {
    return tag == null || !QUIET_TAGS.contains(tag.name()) ? 0 : tag.isClosing() ? -1 : 1;
  }

  /** Leaves only accepted tags. */
  private static void judgeTags(Node container) {
    List<HtmlInline> nodes = new ArrayList<>();
    List<HtmlTag> tags = new ArrayList<>();
    for (Node node = container.getFirstChild(), next; node != null; node = next) {
      next = node.getNext();
      if (node instanceof HtmlInline html) {
        HtmlTag tag = HtmlTag.of(html.getLiteral());
        if (tag == null) {
          showAsTyped(html);
        } else {
          nodes.add(html);
          tags.add(tag);
        }
      }
    }
    HtmlTags.judge(tags);
    for (int i = 0; i < nodes.size(); i++) {
      if (tags.get(i).accepted) {
        nodes.get(i).setLiteral(tags.get(i).html());
      } else {
        showAsTyped(nodes.get(i));
      }
    }
  }

  private static void showAsTyped(HtmlInline html) {
    insertTyped(html, html.getLiteral());
    html.unlink();
  }

  private static void insertTyped(Node before, String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        before.insertBefore(new SoftLineBreak());
      }
      if (!lines[i].isEmpty()) {
        before.insertBefore(new Text(lines[i]));
      }
    }
  }
}
