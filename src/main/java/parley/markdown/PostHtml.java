package parley.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Renders what a post shows in its own way: mentions as links to profiles, and headings below those
 * of the page, from the third level.
 */
final class PostHtml implements NodeRenderer {

  static final String MENTION_CLASS = "mention";

  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;

  PostHtml(HtmlNodeRendererContext context) {
    this.context = context;
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(MentionNode.class, Heading.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof MentionNode written) {
      link(written.mention());
    } else {
      heading((Heading) node);
    }
  }

  private void link(Mention mention) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", MENTION_CLASS);
    attributes.put("href", "/user/" + mention.id());
    html.tag("a", attributes);
    html.text("@" + mention.username());
    html.tag("/a");
  }

  private void heading(Heading heading) {
    String tag = "h" + HtmlTag.level(heading.getLevel());
    html.line();
    html.tag(tag, context.extendAttributes(heading, tag, Map.of()));
    for (Node node = heading.getFirstChild(); node != null; node = node.getNext()) {
      context.render(node);
    }
    html.tag("/" + tag);
    html.line();
  }
}
