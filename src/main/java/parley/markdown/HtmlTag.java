package parley.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A tag of HTML that somebody typed. {@link HtmlTags} decides whether it is shown as HTML. */
final class HtmlTag {

  private static final String ATTRIBUTE =
      "(?:\\s++[A-Za-z_:][A-Za-z0-9:._-]*+"
          + "(?:\\s*+=\\s*+(?:[^\"'=<>`\\x00-\\x20]++|'[^']*+'|\"[^\"]*+\"))?+)";

  /** As CommonMark defines a tag (0.31.2, 6.6). */
  static final Pattern PATTERN =
      Pattern.compile(
          "</([A-Za-z][A-Za-z0-9-]*+)\\s*+>|<([A-Za-z][A-Za-z0-9-]*+)" + ATTRIBUTE + "*+\\s*+/?>");

  private static final Pattern WORD =
      Pattern.compile(
          "[A-Za-z_:][A-Za-z0-9:._-]*+\\s*+=\\s*+(?:[^\"'=<>`\\x00-\\x20]++|'[^']*+'|\"[^\"]*+\")"
              + "|([A-Za-z_:][A-Za-z0-9:._-]*+)");

  private final String literal;
  private final String name;
  private final boolean closing;

  /** The open tag around it, or null. */
  @Nullable HtmlTag parent;

  /** The tag that closes it or is closed by it, or null. */
  @Nullable HtmlTag partner;

  /** Whether the end of another element closes it. */
  boolean implied;

  boolean accepted;

  private HtmlTag(String literal, String name, boolean closing) {
    this.literal = literal;
    this.name = name;
    this.closing = closing;
  }

  /** The tag that was found by {@link #PATTERN}. */
  static HtmlTag of(Matcher found) {
    boolean closing = found.group(1) != null;
    String name = closing ? found.group(1) : found.group(2);
    return new HtmlTag(found.group(), name.toLowerCase(Locale.ROOT), closing);
  }

  /** The tag that this text consists of, or null: comments, instructions and the like are none. */
  static @Nullable HtmlTag of(String text) {
    Matcher matcher = PATTERN.matcher(text);
    return matcher.matches() ? of(matcher) : null;
  }

  String literal() {
    return literal;
  }

  String name() {
    return name;
  }

  boolean isClosing() {
    return closing;
  }

  /**
   * Whether it has words without a value that are none of these attributes. {@code <b and c>} was
   * hardly meant as a tag.
   */
  boolean hasStrayWords(Set<String> attributes) {
    return literal.length() > name.length() + 2
        && WORD.matcher(literal)
            .region(name.length() + 1, literal.length())
            .results()
            .map(found -> found.group(1))
            .anyMatch(word -> word != null && !attributes.contains(word.toLowerCase(Locale.ROOT)));
  }

  /**
   * What is written for an accepted tag. The headings of a post stand below those of the page, so
   * they begin at the third level.
   */
  String html() {
    if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
      int at = literal.indexOf(name.charAt(1));
      return literal.substring(0, at) + level(name.charAt(1) - '0') + literal.substring(at + 1);
    }
    return literal;
  }

  /** The level at which a heading of this level is shown. */
  static int level(int typed) {
    return Math.min(6, typed + 2);
  }
}
