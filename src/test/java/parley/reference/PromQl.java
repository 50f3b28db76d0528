package parley.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which series an expression of Prometheus' query language asks for, and which labels it uses; what
 * it makes of them is Prometheus' business. See
 * prometheus.io/docs/prometheus/latest/querying/basics.
 *
 * @param selectors one for each time a metric is named
 * @param grouping the labels that results are grouped or matched by
 */
public record PromQl(List<Selector> selectors, Set<String> grouping) {

  /**
   * @param labels the labels that it is selected by
   * @param exactly those of them that must have one value
   */
  public record Selector(String metric, Set<String> labels, Map<String, String> exactly) {}

  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^]]*]|[a-zA-Z_:][a-zA-Z0-9_:]*|[0-9.][0-9a-zA-Z.]*"
              + "|=~|!~|!=|==|>=|<=|[-+*/%^(){},=<>@]");

  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");
  private static final Set<String> AGGREGATIONS =
      Set.of("sum", "min", "max", "avg", "count", "topk", "bottomk", "quantile", "group");
  private static final Set<String> GROUPINGS =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

  /** Reads it; Grafana's own variables stand for a duration. */
  public static PromQl of(String expression) {
    var text = expression.replaceAll("\\$__\\w+", "5m");
    var matcher = TOKEN.matcher(text);
    var rest = matcher.replaceAll("").strip();
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException("Not read: " + rest + " in " + expression);
    }
    var tokens = new ArrayList<String>();
    TOKEN.matcher(text).results().forEach(token -> tokens.add(token.group()));
    return read(tokens);
  }

  private static PromQl read(List<String> tokens) {
    var selectors = new ArrayList<Selector>();
    var grouping = new TreeSet<String>();
    for (var at = 0; at < tokens.size(); at++) {
      var token = tokens.get(at);
      var next = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
      if (!Character.isLetter(token.charAt(0)) || WORDS.contains(token)) {
        continue;
      }
      if (GROUPINGS.contains(token)) {
        var end = at + tokens.subList(at, tokens.size()).indexOf(")");
        tokens.subList(at + 2, end).stream()
            .filter(label -> !label.equals(","))
            .forEach(grouping::add);
        at = end;
      } else if (next.equals("{")) {
        var end = at + tokens.subList(at, tokens.size()).indexOf("}");
        selectors.add(selector(token, tokens.subList(at + 2, end)));
        at = end;
      } else if (!next.equals("(") && !AGGREGATIONS.contains(token)) {
        selectors.add(new Selector(token, Set.of(), Map.of()));
      }
    }
    return new PromQl(selectors, grouping);
  }

  /**
   * @param tokens label, operator, value, comma and so on
   */
  private static Selector selector(String metric, List<String> tokens) {
    var labels = new TreeSet<String>();
    var exactly = new HashMap<String, String>();
    for (var at = 0; at + 2 < tokens.size(); at += 4) {
      labels.add(tokens.get(at));
      if (tokens.get(at + 1).equals("=")) {
        var quoted = tokens.get(at + 2);
        exactly.put(tokens.get(at), quoted.substring(1, quoted.length() - 1));
      }
    }
    return new Selector(metric, labels, exactly);
  }
}
