package parley.markdown;

import org.owasp.html.Handler;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;

/**
 * Makes any HTML safe to show. Sanitising again changes nothing, except for elements nested more
 * than 256 deep, which the library does not handle.
 */
final class HtmlSanitiser {

  private HtmlSanitiser() {}

  /**
   * Keeps the HTML that {@link HtmlPolicy} allows, with balanced elements. It needs two passes:
   * after the first, an element can be inside one that must not contain it (a list in a paragraph),
   * which browsers would move.
   *
   * @param idPrefix only ids with this prefix are kept, so that no post can use an id of another
   *     one
   * @throws parley.failure.ForumException {@code INVALID} if it exceeds the limit of {@link
   *     BoundedHtml}
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
