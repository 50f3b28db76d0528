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
 * Gives footnotes ids that cannot collide with those of the page or of another post: a prefix
 * derived from the post's text, and a number. Create a new one for each rendering, because it
 * counts.
 */
final class FootnoteIds implements AttributeProvider {

  private static final int HASH_CHARS = 12;

  private final String prefix;
  private final Map<String, Integer> numbers = new HashMap<>();

  FootnoteIds(String prefix) {
    this.prefix = prefix;
  }

  /** The prefix of all ids of a post with this source: {@code fn-}, hexadecimal digits, -. */
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
