package parley.markdown;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/**
 * Passes on the elements that have a meaning to the policy. The library balances tags before it
 * drops any, and would add list items and tables to what it then drops.
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

  /** What it writes to holds nothing open. */
  @Override
  public void close() {}
}
