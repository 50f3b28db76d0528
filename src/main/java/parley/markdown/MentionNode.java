package parley.markdown;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.CustomNode;

/**
 * An {@code @} with the name characters after it. Who is meant shows only when it is known which
 * names exist, for in scripts without spaces the name may end anywhere.
 */
final class MentionNode extends CustomNode {

  /**
   * A name that the text may begin with.
   *
   * @param key the name, folded for look-up
   * @param end where it ends in the node's text, as an index of its chars
   */
  record Candidate(String key, int end) {}

  /** A candidate whom somebody answers to. */
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

  /** An at sign that was escaped: it mentions nobody. */
  static MentionNode escapedSign() {
    return new MentionNode("@", List.of());
  }

  String text() {
    return text;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /** The longest name in it that is known. */
  Optional<Match> match(Map<String, Mention> known) {
    return candidates.stream()
        .filter(candidate -> known.containsKey(candidate.key()))
        .findFirst()
        .map(candidate -> new Match(known.get(candidate.key()), candidate.end()));
  }
}
