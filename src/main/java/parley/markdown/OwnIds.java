package parley.markdown;

import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/** Forwards ids only if they have the post's prefix; forwards everything else unchanged. */
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

  /** The receiver has nothing to close. */
  @Override
  public void close() {}
}
