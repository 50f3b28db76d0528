package parley.mail.message;

import org.owasp.html.Handler;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/** A rendered post, prepared as a quotation in a mail. */
final class Quote {

  private final PolicyFactory policy;

  Quote(String siteUrl) {
    this.policy = QuotePolicy.of(siteUrl);
  }

  String html(String post) {
    var html = new StringBuilder();
    var out = HtmlStreamRenderer.create(html, Handler.PROPAGATE, Handler.DO_NOTHING);
    HtmlSanitizer.sanitize(post, policy.apply(new QuoteMarks(out)));
    return html.toString();
  }

  /** As plain text, each line after {@code >}. */
  String text(String post) {
    var text = new QuoteText();
    HtmlSanitizer.sanitize(post, policy.apply(new QuoteMarks(text)));
    return text.lines();
  }
}
