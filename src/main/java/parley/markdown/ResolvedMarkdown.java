package parley.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;

/** A text whose mentioned members are known. Use it in one thread only. */
public final class ResolvedMarkdown {

  private final Node document;
  private final Mentions mentions;
  private final boolean blank;

  ResolvedMarkdown(Node document, Map<String, Mention> known) {
    this.document = document;
    this.mentions = Mentions.in(document, known);
    this.blank = !Shown.anythingOf(document);
    UnusedDefinitions.showAsTyped(document);
  }

  /** Whether it shows nothing, or nothing but comments and definitions. */
  public boolean isBlank() {
    return blank;
  }

  /** The ids of the members it addresses, in the order of the text, without duplicates. */
  public Set<Long> addressed() {
    return mentions.addressed();
  }

  /** The ids of all members whom it mentions, also within quotations, by their folded names. */
  public Map<String, Long> names() {
    return mentions.names();
  }

  /**
   * The text as safe HTML. Mentions are links with the current names of the members.
   *
   * @throws parley.failure.ForumException {@code INVALID} if the HTML would exceed a million chars
   */
  public String html() {
    return html(FootnoteIds.newPrefix());
  }

  String html(String idPrefix) {
    BoundedHtml html = new BoundedHtml();
    Dialect.html()
        .attributeProviderFactory(context -> new FootnoteIds(idPrefix))
        .build()
        .render(document, html);
    return HtmlSanitiser.sanitise(html.toString(), idPrefix);
  }
}
