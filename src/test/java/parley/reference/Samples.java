package parley.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code /metrics} showed, in Prometheus' text format. */
public record Samples(List<Family> families, List<Sample> all) {

  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? \\S+");

  /**
   * @param help what it says of itself
   * @param labels the names of its labels, in order
   */
  public record Family(String name, String type, String help, TreeSet<String> labels) {}

  public record Sample(String name, Map<String, String> labels) {}

  public static Samples of(String text) {
    var samples = text.lines().filter(line -> !line.startsWith("#")).map(Samples::sample).toList();
    var help = comments(text, "# HELP ");
    var families =
        comments(text, "# TYPE ").entrySet().stream()
            .map(
                type ->
                    new Family(
                        type.getKey(),
                        type.getValue(),
                        help.getOrDefault(type.getKey(), ""),
                        labels(samples, type.getKey(), type.getValue())))
            .toList();
    return new Samples(families, samples);
  }

  private static Sample sample(String line) {
    var sample = SAMPLE.matcher(line);
    if (!sample.matches()) {
      throw new IllegalArgumentException("Not a sample: " + line);
    }
    var labels = new HashMap<String, String>();
    var pairs = sample.group(2) == null ? "" : sample.group(2);
    LABEL.matcher(pairs).results().forEach(pair -> labels.put(pair.group(1), pair.group(2)));
    return new Sample(sample.group(1), labels);
  }

  /** By the name that the comment begins with. */
  private static Map<String, String> comments(String text, String prefix) {
    var comments = new TreeMap<String, String>();
    Pattern.compile("^" + prefix + "(\\w+) (.*)$", Pattern.MULTILINE)
        .matcher(text)
        .results()
        .forEach((MatchResult comment) -> comments.put(comment.group(1), comment.group(2)));
    return comments;
  }

  private static TreeSet<String> labels(List<Sample> samples, String family, String type) {
    var names = new TreeSet<String>();
    samples.stream()
        .filter(sample -> names(family, type).anyMatch(sample.name()::equals))
        .forEach(sample -> names.addAll(sample.labels().keySet()));
    names.remove("le"); // each histogram's own
    return names;
  }

  private static Stream<String> names(String family, String type) {
    return switch (type) {
      case "histogram" -> Stream.of("_bucket", "_count", "_sum").map(suffix -> family + suffix);
      case "summary" -> Stream.of("", "_count", "_sum").map(suffix -> family + suffix);
      default -> Stream.of(family);
    };
  }
}
