package parley.markdown;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.markdown.MentionScanner.Candidate;

/**
 * The names of one parse. Which member a mention means, and where its name ends, is known only when
 * the members were looked up; so a text with mentions is parsed twice, first to collect the
 * possible names, then with the known ones.
 */
final class Names {

  /** The maximum number of different mentions in a text; further ones stay text. */
  static final int MAX_MENTIONS = 50;

  private final Map<String, Mention> known;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> candidates = new LinkedHashSet<>();

  Names(Map<String, Mention> known) {
    this.known = known;
  }

  /** The longest known one of these names, or null. */
  @Nullable Candidate choose(List<Candidate> longestFirst) {
    if (longestFirst.isEmpty()) {
      return null;
    }
    String longest = longestFirst.get(0).key();
    if (seen.contains(longest) || seen.size() < MAX_MENTIONS && seen.add(longest)) {
      longestFirst.forEach(candidate -> candidates.add(candidate.key()));
      for (Candidate candidate : longestFirst) {
        if (known.containsKey(candidate.key())) {
          return candidate;
        }
      }
    }
    return null;
  }

  /** The member of a name that {@link #choose} gave. */
  Mention member(String key) {
    return requireNonNull(known.get(key), key);
  }

  /** All possible names that were found. */
  Set<String> candidates() {
    return candidates;
  }
}
