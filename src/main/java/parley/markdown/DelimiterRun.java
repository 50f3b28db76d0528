package parley.markdown;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * A run of {@code *}, {@code _} or {@code ~}, until {@link EmphasisResolver} knows whether it marks
 * emphasis. While its characters are used up, the node stays at its inner end.
 */
final class DelimiterRun extends CustomNode {

  final char character;
  final int originalLength;
  final boolean canOpen;
  final boolean canClose;

  /** How many of its characters are not used yet. */
  int length;

  /** The run before it that is not used up; null for none. */
  @Nullable DelimiterRun previousRun;

  /** The run after it that is not used up; null for none. */
  @Nullable DelimiterRun nextRun;

  /** The depth of the deepest emphasis between this run and the next live one. */
  int depthAfter;

  DelimiterRun(char character, int length, boolean canOpen, boolean canClose) {
    this.character = character;
    this.originalLength = length;
    this.length = length;
    this.canOpen = canOpen;
    this.canClose = canClose;
  }

  /** What is left of it, as text. */
  Text asText() {
    return new Text(String.valueOf(character).repeat(length));
  }
}
