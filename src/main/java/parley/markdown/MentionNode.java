package parley.markdown;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.CustomNode;

/**
 * An {@code @} with the name characters after it. The mentioned member is determined only when the
 * existing names are known, because in scripts without spaces the name may end anywhere.
 */
final class MentionNode extends CustomNode {

  /**
   * A possible name at the beginning of the text.
   *
   * @param key the folded name, for lookup
   * @param end the index of its end in the node's text, in chars
   */
  record Candidate(String key, int end) {}

  /** A candidate that is the name of a member. */
  record Match(Mention mention, int end) {}

  private final String text;
  private final List<Candidate> candidates;

  /**
   * @param text what was written, with its sign
   * @param candidates longest first
   */
  MentionNode(String text, List<Candidate> candidates) {
    this.text = text;
    this.candidates = List.copyOf(candidates);
  }

  /** An escaped at sign, which is not a mention. */
  static MentionNode escapedSign() {
    return new MentionNode("@", List.of());
  }

  String text() {
    return text;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /** The longest known name in it. */
  Optional<Match> match(Map<String, Mention> known) {
    return candidates.stream()
        .filter(candidate -> known.containsKey(candidate.key()))
        .findFirst()
        .map(candidate -> new Match(known.get(candidate.key()), candidate.end()));
  }
}
