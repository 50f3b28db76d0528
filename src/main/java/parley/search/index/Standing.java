package parley.search.index;

import java.util.Map;
import parley.search.text.ForumAnalyzer;

/**
 * How far an index has followed the journal, as it is stored with each commit.
 *
 * @param position of the journal up to which everything is in the index
 * @param mark of the entry at this position, empty where there is none
 * @param complete whether everything that is older than the position is in the index too
 * @param version of the analysis
 */
record Standing(long position, String mark, boolean complete, int version) {

  static Standing at(long position, String mark, boolean complete) {
    return new Standing(position, mark, complete, ForumAnalyzer.VERSION);
  }

  /** Zero and incomplete where the values are not those of a standing. */
  static Standing of(Map<String, String> values) {
    try {
      return new Standing(
          Long.parseLong(values.getOrDefault("position", "0")),
          values.getOrDefault("mark", ""),
          Boolean.parseBoolean(values.get("complete")),
          Integer.parseInt(values.getOrDefault("version", "0")));
    } catch (NumberFormatException e) {
      return new Standing(0, "", false, 0);
    }
  }

  Map<String, String> values() {
    return Map.of(
        "position", Long.toString(position),
        "mark", mark,
        "complete", Boolean.toString(complete),
        "version", Integer.toString(version));
  }

  /** Whether the index can go on from here, provided that the journal still has the entry. */
  boolean isUsable() {
    return complete && position > 0 && version == ForumAnalyzer.VERSION;
  }
}
