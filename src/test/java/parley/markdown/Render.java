package parley.markdown;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.text.Folding;

/** Short forms for tests. */
final class Render {

  static final MarkdownRenderer RENDERER = new MarkdownRenderer();

  static final String PREFIX = "fn-0f1e2d3c4b5a-";

  private Render() {}

  /** With fixed ids of footnotes. */
  static String html(String markdown, Mention... known) {
    return RENDERER.parse(markdown).resolve(byName(known)).html(PREFIX);
  }

  static Map<String, Mention> byName(Mention... known) {
    return Arrays.stream(known)
        .collect(Collectors.toMap(each -> Folding.key(each.username()), Function.identity()));
  }
}
