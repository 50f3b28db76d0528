package parley.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Renders mentions of known members as links to their profiles, and other mentions as the original
 * text.
 */
final class MentionHtml implements NodeRenderer {

  static final String CSS_CLASS = "mention";

  private final HtmlWriter html;
  private final Map<String, Mention> known;

  MentionHtml(HtmlNodeRendererContext context, Map<String, Mention> known) {
    this.html = context.getWriter();
    this.known = known;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(MentionNode.class);
  }

  @Override
  public void render(Node node) {
    MentionNode written = (MentionNode) node;
    written
        .match(known)
        .ifPresentOrElse(
            match -> {
              link(match.mention());
              html.text(written.text().substring(match.end()));
            },
            () -> html.text(written.text()));
  }

  private void link(Mention mention) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", CSS_CLASS);
    attributes.put("href", "/user/" + mention.id());
    html.tag("a", attributes);
    html.text("@" + mention.username());
    html.tag("/a");
  }
}
