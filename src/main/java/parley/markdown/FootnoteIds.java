package parley.markdown;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * Gives footnotes ids that cannot meet those of the page or of another post on it: a prefix drawn
 * from the post's own text, and a number. Made anew for each rendering, since it counts.
 */
final class FootnoteIds implements AttributeProvider {

  private static final int HASH_CHARS = 12;

  private final String prefix;
  private final Map<String, Integer> numbers = new HashMap<>();

  FootnoteIds(String prefix) {
    this.prefix = prefix;
  }

  /** What every id of a post with this source begins with: {@code fn-}, hexadecimal digits, -. */
  static String prefix(String source) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      return "fn-" + HexFormat.of().formatHex(hash).substring(0, HASH_CHARS) + "-";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
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
