package parley.reference;

import static java.util.stream.Collectors.joining;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.Sections;
import parley.config.ConfigException;
import parley.config.ConfigLoader;

/**
 * Finds out what a key may hold by trying what it may not: the refusal says it, in the words that
 * the person who hosts will read.
 */
final class AllowedValues {

  /** One of these is out of any range that there is; a last try for what is neither. */
  private static final List<String> WRONG =
      List.of(Integer.toString(Integer.MIN_VALUE), Integer.toString(Integer.MAX_VALUE), " ", "?");

  private static final Pattern RANGE = Pattern.compile(".*'.*' is not (.*)");

  /** Jackson's words of an enumeration. */
  private static final Pattern WORDS =
      Pattern.compile(".*not one of the values accepted for Enum class: \\[(.*?)].*");

  private final ConfigLoader loader;

  AllowedValues(Vertx vertx) {
    this.loader = new ConfigLoader(vertx, Sections.ALL);
  }

  /** What the key may hold; empty where it takes any text. */
  String of(String key, String standard) {
    if (standard.equals("true") || standard.equals("false")) {
      return "true, false";
    }
    return WRONG.stream()
        .flatMap(value -> refusal(key, value).stream())
        .findFirst()
        .orElse(standard.matches("-?\\d+") ? "a whole number" : "");
  }

  private Optional<String> refusal(String key, String value) {
    try {
      loader.load(Path.of(""), Optional.empty(), Map.of(variable(key), value)).await();
      return Optional.empty();
    } catch (ConfigException e) {
      if (!e.getMessage().startsWith(key + ": ")) {
        return Optional.empty(); // it does not go together with another key
      }
      var words = WORDS.matcher(e.getMessage());
      if (words.matches()) {
        return Optional.of(
            Arrays.stream(words.group(1).split(", ")).sorted().collect(joining(", ")));
      }
      var range = RANGE.matcher(e.getMessage());
      return range.matches() ? Optional.of(range.group(1)) : Optional.empty();
    }
  }

  /** The environment's name for it; one that does not exist would be refused. */
  static String variable(String key) {
    return "PARLEY_" + key.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase();
  }
}
