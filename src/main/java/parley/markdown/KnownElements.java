package parley.markdown;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/**
 * Forwards only elements that the policy knows. The library balances tags before it drops them, and
 * would add list items and tables around elements that it drops later.
 */
final class KnownElements extends HtmlStreamEventReceiverWrapper {

  private final Set<String> known;

  KnownElements(HtmlStreamEventReceiver out, Set<String> known) {
    super(out);
    this.known = known;
  }

  @Override
  public void openTag(String element, List<String> attributes) {
    if (known.contains(element)) {
      super.openTag(element, attributes);
    }
  }

  @Override
  public void closeTag(String element) {
    if (known.contains(element)) {
      super.closeTag(element);
    }
  }

  /** The receiver has nothing to close. */
  @Override
  public void close() {}
}
