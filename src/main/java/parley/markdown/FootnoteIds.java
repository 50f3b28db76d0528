package parley.markdown;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * Gives footnotes ids that cannot collide with those of the page or of another post: a prefix of
 * this rendering, and a number. Create a new one for each rendering, because it counts.
 */
final class FootnoteIds implements AttributeProvider {

  private final String prefix;
  private final Map<String, Integer> numbers = new HashMap<>();

  FootnoteIds(String prefix) {
    this.prefix = prefix;
  }

  /**
   * A prefix that no other text has: {@code fn-}, hexadecimal digits, -. It is random because two
   * posts may have the same text, and a preview stands beside the post that is edited.
   */
  static String newPrefix() {
    byte[] bytes = new byte[6];
    ThreadLocalRandom.current().nextBytes(bytes);
    return "fn-" + HexFormat.of().formatHex(bytes) + "-";
  }

  @Override
  public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
    if (node instanceof FootnoteReference || node instanceof FootnoteDefinition) {
      attributes.computeIfPresent("id", (attribute, id) -> own(id));
      attributes.computeIfPresent("href", (attribute, href) -> "#" + own(href.substring(1)));
    }
  }

  private String own(String id) {
    return prefix + numbers.computeIfAbsent(id, unseen -> numbers.size() + 1);
  }
}
