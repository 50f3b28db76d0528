package parley.http;

import com.samskivert.mustache.Escapers;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.text.Language;

/**
 * The HTML that every page of the client begins with: the built {@code index.html} with the page's
 * title, description and language in it.
 */
final class Shell {

  private static final Pattern LANGUAGE = Pattern.compile("<html lang=\"[^\"]*\"");
  private static final Pattern TITLE = Pattern.compile("<title>[^<]*</title>");

  private final String html;
  private final String siteName;
  private final String welcome;

  /**
   * @param welcome describes the pages that are about nothing in particular; may be empty
   */
  Shell(String html, String siteName, String welcome) {
    this.html = html;
    this.siteName = siteName;
    this.welcome = welcome;
  }

  Buffer page(Language language, Optional<PageHead> head) {
    var title = head.map(page -> page.title() + " · " + siteName).orElse(siteName);
    var words = head.map(PageHead::description).filter(text -> !text.isBlank()).orElse(welcome);
    var described = words.isBlank() ? title : words;
    var tags =
        "<title>%s</title><meta name=\"description\" content=\"%s\" />"
            .formatted(Escapers.HTML.escape(title), Escapers.HTML.escape(described));
    var page = LANGUAGE.matcher(html).replaceFirst("<html lang=\"" + language.tag() + "\"");
    return Buffer.buffer(TITLE.matcher(page).replaceFirst(Matcher.quoteReplacement(tags)));
  }
}
