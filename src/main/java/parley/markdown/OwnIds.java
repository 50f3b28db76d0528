package parley.markdown;

import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/** Passes on the ids that begin with a post's own prefix, and everything that is no id. */
final class OwnIds extends HtmlStreamEventReceiverWrapper {

  private final String prefix;

  OwnIds(HtmlStreamEventReceiver out, String prefix) {
    super(out);
    this.prefix = prefix;
  }

  @Override
  public void openTag(String element, List<String> attributes) {
    for (int i = attributes.size() - 2; i >= 0; i -= 2) {
      if (attributes.get(i).equals("id") && !attributes.get(i + 1).startsWith(prefix)) {
        attributes.subList(i, i + 2).clear();
      }
    }
    super.openTag(element, attributes);
  }

  /** What it writes to holds nothing open. */
  @Override
  public void close() {}
}
