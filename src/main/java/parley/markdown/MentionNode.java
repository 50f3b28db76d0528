package parley.markdown;

import org.commonmark.node.CustomNode;

/** A mention of a known member. */
final class MentionNode extends CustomNode {

  private final String text;
  private final String key;
  private final Mention mention;

  /**
   * @param text what was written, with its sign
   * @param key the folded name that was written
   */
  MentionNode(String text, String key, Mention mention) {
    this.text = text;
    this.key = key;
    this.mention = mention;
  }

  String text() {
    return text;
  }

  String key() {
    return key;
  }

  Mention mention() {
    return mention;
  }
}
