package parley.markdown;

import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;

/** Passes on the ids that begin with a post's own prefix, and everything that is no id. */
record OwnIds(HtmlStreamEventReceiver out, String prefix) implements HtmlStreamEventReceiver {

  @Override
  public void openTag(String element, List<String> attributes) {
    for (int i = attributes.size() - 2; i >= 0; i -= 2) {
      if (attributes.get(i).equals("id") && !attributes.get(i + 1).startsWith(prefix)) {
        attributes.subList(i, i + 2).clear();
      }
    }
    out.openTag(element, attributes);
  }

  @Override
  public void openDocument() {
    out.openDocument();
  }

  @Override
  public void closeDocument() {
    out.closeDocument();
  }

  @Override
  public void closeTag(String element) {
    out.closeTag(element);
  }

  @Override
  public void text(String text) {
    out.text(text);
  }
}
