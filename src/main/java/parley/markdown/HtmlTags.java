package parley.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which tags of a text are HTML. A tag is accepted if the policy lets it through, if it has
 * a partner or needs none, and if it stands where its element may stand; any other tag is shown as
 * it was typed. What is accepted is always well nested.
 */
final class HtmlTags {

  private static final Set<String> VOID = Set.of("br", "hr", "img", "input");

  /** Elements that the next one of these, or the end of their parent, closes. */
  private static final Map<String, Set<String>> CLOSED_BY_NEXT =
      Map.of(
          "li", Set.of("li"),
          "td", Set.of("td", "th"),
          "th", Set.of("td", "th"),
          "tr", Set.of("td", "th", "tr"),
          "thead", Set.of("td", "th", "tr", "thead", "tbody", "tfoot"),
          "tbody", Set.of("td", "th", "tr", "thead", "tbody", "tfoot"),
          "tfoot", Set.of("td", "th", "tr", "thead", "tbody", "tfoot"));

  /** Elements that make sense only in one of these. */
  private static final Map<String, Set<String>> NEEDED =
      Map.of(
          "li", Set.of("ul", "ol"),
          "caption", Set.of("table"),
          "thead", Set.of("table"),
          "tbody", Set.of("table"),
          "tfoot", Set.of("table"),
          "tr", Set.of("table", "thead", "tbody", "tfoot"),
          "td", Set.of("tr"),
          "th", Set.of("tr"),
          "summary", Set.of("details"));

  private final Deque<HtmlTag> open = new ArrayDeque<>();

  private HtmlTags() {}

  /** Judges the tags of one container, in the order of the text. */
  static void judge(List<HtmlTag> tags) {
    HtmlTags judge = new HtmlTags();
    tags.forEach(judge::match);
    tags.forEach(HtmlTags::decide);
  }

  static boolean isVoid(String name) {
    return VOID.contains(name);
  }

  private void match(HtmlTag tag) {
    if (tag.isClosing()) {
      close(tag);
    } else if (HtmlPolicy.letsThrough(tag)) {
      Set<String> closed = CLOSED_BY_NEXT.getOrDefault(tag.name(), Set.of());
      while (!open.isEmpty() && closed.contains(open.peek().name())) {
        open.pop().implied = true;
      }
      tag.parent = open.peek();
      if (isVoid(tag.name())) {
        tag.implied = true;
      } else if (open.size() < Dialect.MAX_NESTING) {
        open.push(tag);
      }
    }
  }

  private void close(HtmlTag tag) {
    if (open.stream().noneMatch(candidate -> candidate.name().equals(tag.name()))) {
      return;
    }
    HtmlTag top = open.pop();
    while (!top.name().equals(tag.name())) {
      top.implied = CLOSED_BY_NEXT.containsKey(top.name());
      top = open.pop();
    }
    top.partner = tag;
    tag.partner = top;
  }

  /** In the order of the text, so that the elements around it are decided. */
  private static void decide(HtmlTag tag) {
    if (tag.isClosing()) {
      tag.accepted = tag.partner != null && tag.partner.accepted;
    } else {
      tag.accepted = (tag.partner != null || tag.implied) && mayStand(tag);
    }
  }

  private static boolean mayStand(HtmlTag tag) {
    Set<String> needed = NEEDED.get(tag.name());
    boolean found = needed == null;
    for (HtmlTag around = tag.parent; around != null; around = around.parent) {
      if (around.accepted && around.name().equals("a") && tag.name().equals("a")) {
        return false;
      }
      found |= around.accepted && needed != null && needed.contains(around.name());
    }
    return found;
  }
}
