package parley.markdown;

import org.owasp.html.Handler;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;

/**
 * Makes any HTML safe to show as it is. To do so again changes nothing, but for elements that lie
 * 256 deep, where the library no longer follows them.
 */
final class HtmlSanitiser {

  private HtmlSanitiser() {}

  /**
   * Keeps what {@link HtmlPolicy} allows, as balanced elements. It takes two passes: the first can
   * leave an element within one that may not hold it (a list in a paragraph), which browsers would
   * move.
   *
   * @param idPrefix only ids that begin so are kept: nobody's HTML can take an id of another post
   * @throws parley.failure.ForumException {@code INVALID} when it grows beyond {@link BoundedHtml}
   */
  static String sanitise(String html, String idPrefix) {
    return pass(pass(html, idPrefix), idPrefix);
  }

  private static String pass(String html, String idPrefix) {
    BoundedHtml safe = new BoundedHtml();
    HtmlStreamRenderer out = HtmlStreamRenderer.create(safe, Handler.PROPAGATE, Handler.DO_NOTHING);
    HtmlSanitizer.sanitize(
        html,
        HtmlPolicy.FACTORY.apply(new OwnIds(out, idPrefix)),
        policy -> new KnownElements(policy, HtmlPolicy.KNOWN));
    return safe.toString();
  }
}
