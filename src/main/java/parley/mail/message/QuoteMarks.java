package parley.mail.message;

import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/** Writes the boxes of tasks as text, and leaves out the links from footnotes back to the text. */
final class QuoteMarks extends HtmlStreamEventReceiverWrapper {

  private boolean backLink;

  QuoteMarks(HtmlStreamEventReceiver out) {
    super(out);
  }

  @Override
  public void openTag(String element, List<String> attributes) {
    if (element.equals("input")) {
      text(attributes.contains("checked") ? "[x]" : "[ ]");
    } else if (element.equals("a") && attributes.contains("footnote-backref")) {
      backLink = true;
    } else if (!backLink) {
      super.openTag(element, attributes);
    }
  }

  @Override
  public void closeTag(String element) {
    if (!backLink) {
      super.closeTag(element);
    }
    backLink &= !element.equals("a");
  }

  @Override
  public void text(String text) {
    if (!backLink) {
      super.text(text);
    }
  }

  /** The receiver has nothing to close. */
  @Override
  public void close() {}
}
