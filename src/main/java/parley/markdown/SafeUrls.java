package parley.markdown;

import java.util.regex.Pattern;

/**
 * The addresses that a post may link to. Other addresses are refused and not repaired, because
 * browsers interpret white space, control characters, backslashes and backticks in ways that turn
 * one address into another. Relative paths are refused too, because a post has no base folder.
 */
final class SafeUrls {

  private static final String CHAR = "[^\\p{Cntrl}\\s\\\\`]";
  private static final String WEB = "https?://(?!/)" + CHAR + "+";

  private static final Pattern EXTERNAL = Pattern.compile("(?i)" + WEB + "|mailto:" + CHAR + "+");
  private static final Pattern INTERNAL = Pattern.compile("/(?!/)" + CHAR + "*|#" + CHAR + "*");

  /** No other path of the forum, because loading it could count a view. */
  private static final Pattern PICTURE =
      Pattern.compile("(?i)" + WEB + "|/api/images/[a-z0-9][a-z0-9._-]*");

  private SafeUrls() {}

  static boolean isLink(String url) {
    return isExternalLink(url) || INTERNAL.matcher(url).matches();
  }

  static boolean isExternalLink(String url) {
    return EXTERNAL.matcher(url).matches();
  }

  static boolean isPicture(String url) {
    return PICTURE.matcher(url).matches();
  }
}
