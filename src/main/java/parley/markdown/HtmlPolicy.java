package parley.markdown;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The HTML allowed in a post: the output of Markdown, and HTML written in Markdown that only
 * formats text. (Showing all of it as text would be simpler, but would break pasted READMEs.) No
 * scripts, styles, frames, forms or embedded objects; no {@code name}, {@code style} or event
 * attributes; {@code class} and {@code id} only with values that our renderer writes.
 */
final class HtmlPolicy {

  private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9_+#.-]{1,32}");
  private static final Pattern FOOTNOTE_ID = Pattern.compile("fn-[0-9a-f]{12}-[0-9]{1,6}");
  private static final Pattern DIRECTION = Pattern.compile("auto|ltr|rtl");
  private static final Pattern BACK_LABEL =
      Pattern.compile("Back to reference [0-9]{1,6}(?:-[0-9]{1,6})?");
  private static final Pattern PROFILE = Pattern.compile("/user/[0-9]{1,19}");
  private static final Pattern LENGTH = Pattern.compile("[1-9][0-9]{0,3}|(?:[1-9]?[0-9]|100)%");
  private static final Pattern SPAN = Pattern.compile("[1-9][0-9]{0,2}");
  private static final Pattern START = Pattern.compile("[0-9]{1,9}");

  /**
   * Without definition lists: in browsers a dd can close the div around it, and so leave the post.
   */
  private static final Set<String> FORMATTING =
      words(
          """
          p br hr div blockquote pre section details summary h3 h4 h5 h6
          ul ol li table caption thead tbody tfoot tr th td
          em strong b i u s del ins mark small sub sup code kbd samp var abbr q cite
          """);

  private static final Set<String> ADJUSTED = Set.of("a", "img", "input");

  /** Attributes that have no value. */
  private static final Set<String> FLAGS = Set.of("checked", "disabled", "hidden", "open");

  /** The first two levels are shown as the third and fourth. */
  private static final Set<String> TYPED_ONLY = Set.of("h1", "h2");

  /** Elements with text of their own, whose direction follows that text. */
  private static final Set<String> BLOCKS =
      words("p div blockquote summary h3 h4 h5 h6 ul ol li table caption th td");

  /** All elements that a text may contain. */
  static final Set<String> KNOWN =
      Stream.of(FORMATTING, ADJUSTED, TYPED_ONLY)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  static final PolicyFactory FACTORY = elements(attributes(new HtmlPolicyBuilder())).toFactory();

  private HtmlPolicy() {}

  /** Whether an opening tag is shown as HTML; its element may still not stand where it does. */
  static boolean letsThrough(HtmlTag tag) {
    if (tag.hasStrayWords(FLAGS)) {
      return false;
    }
    return ADJUSTED.contains(tag.name())
        ? !HtmlSanitiser.sanitise(tag.literal(), "").isEmpty()
        : KNOWN.contains(tag.name());
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  private static HtmlPolicyBuilder elements(HtmlPolicyBuilder policy) {
    return policy
        .allowElements(FORMATTING.toArray(String[]::new))
        .allowElements(HtmlPolicy::block, BLOCKS.toArray(String[]::new))
        .allowElements(HtmlPolicy::code, "pre")
        .allowElements(HtmlPolicy::link, "a")
        .allowElements(HtmlPolicy::picture, "img")
        .allowElements(HtmlPolicy::checkbox, "input");
  }

  private static HtmlPolicyBuilder attributes(HtmlPolicyBuilder policy) {
    return policy
        .allowUrlProtocols("http", "https", "mailto")
        .allowAttributes("href")
        .matching(SafeUrls::isLink)
        .onElements("a")
        .allowAttributes("src")
        .matching(SafeUrls::isPicture)
        .onElements("img")
        .allowAttributes("alt")
        .matching((element, attribute, value) -> value.strip())
        .onElements("img")
        .allowAttributes("width", "height")
        .matching(LENGTH)
        .onElements("img")
        .allowAttributes("title")
        .matching((element, attribute, value) -> value.strip())
        .onElements("a", "img", "abbr")
        .allowAttributes("align")
        .matching(true, "left", "center", "right")
        .onElements("p", "div", "h3", "h4", "h5", "h6", "img", "table", "th", "td")
        .allowAttributes("dir")
        .matching(DIRECTION)
        .onElements(BLOCKS.toArray(String[]::new))
        .allowAttributes("colspan", "rowspan")
        .matching(SPAN)
        .onElements("th", "td")
        .allowAttributes("start")
        .matching(START)
        .onElements("ol")
        .allowAttributes("open")
        .matching((element, attribute, value) -> "")
        .onElements("details")
        .allowAttributes("type")
        .matching(true, "checkbox")
        .onElements("input")
        .allowAttributes("checked")
        .matching((element, attribute, value) -> "")
        .onElements("input")
        .allowAttributes("class")
        .matching(LANGUAGE)
        .onElements("code")
        .allowAttributes("class")
        .matching(false, PostHtml.MENTION_CLASS, "footnote-backref")
        .onElements("a")
        .allowAttributes("class")
        .matching(false, "footnote-ref")
        .onElements("sup")
        .allowAttributes("class")
        .matching(false, "footnotes")
        .onElements("section")
        .allowAttributes("aria-label")
        .matching(BACK_LABEL)
        .onElements("a")
        .allowAttributes("id")
        .matching(FOOTNOTE_ID)
        .onElements("a", "li");
  }

  /**
   * Members' links must not affect search rankings, and the linked page must not get access to
   * ours.
   */
  private static @Nullable String link(String element, List<String> attributes) {
    String href = value(attributes, "href");
    if (href == null) {
      return null;
    }
    if (!PROFILE.matcher(href).matches()) {
      remove(attributes, "class", PostHtml.MENTION_CLASS);
    }
    if (SafeUrls.isExternalLink(href)) {
      attributes.addAll(List.of("rel", "nofollow ugc noopener"));
    }
    return element;
  }

  /** Text in every script begins on its own side. */
  private static String block(String element, List<String> attributes) {
    if (value(attributes, "dir") == null) {
      attributes.addAll(List.of("dir", "auto"));
    }
    return element;
  }

  /** Code reads from left to right, also where its comments do not. */
  private static String code(String element, List<String> attributes) {
    attributes.addAll(List.of("dir", "ltr"));
    return element;
  }

  /** Pictures are loaded lazily, and without a referrer. */
  private static @Nullable String picture(String element, List<String> attributes) {
    if (value(attributes, "src") == null) {
      return null;
    }
    if (value(attributes, "alt") == null) {
      attributes.addAll(List.of("alt", ""));
    }
    attributes.addAll(List.of("loading", "lazy", "referrerpolicy", "no-referrer"));
    return element;
  }

  /** The checkbox of a task: disabled, with a label for screen readers. */
  private static @Nullable String checkbox(String element, List<String> attributes) {
    if (value(attributes, "type") == null) {
      return null;
    }
    boolean done = value(attributes, "checked") != null;
    attributes.addAll(
        List.of("disabled", "", "aria-label", done ? "Completed task" : "Incomplete task"));
    return element;
  }

  private static @Nullable String value(List<String> attributes, String name) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(name)) {
        return attributes.get(i + 1);
      }
    }
    return null;
  }

  private static void remove(List<String> attributes, String name, String value) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(name) && attributes.get(i + 1).equals(value)) {
        attributes.subList(i, i + 2).clear();
        return;
      }
    }
  }
}
