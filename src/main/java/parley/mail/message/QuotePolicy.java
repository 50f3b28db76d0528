package parley.mail.message;

import java.util.regex.Pattern;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The HTML allowed in a quotation: formatting, and links that lead back to the forum. The post was
 * sanitised when it was rendered; it is sanitised again here, because mail readers support less
 * HTML.
 */
final class QuotePolicy {

  private static final Pattern SPAN = Pattern.compile("[1-9][0-9]{0,2}");

  private QuotePolicy() {}

  static PolicyFactory of(String siteUrl) {
    AttributePolicy absolute =
        (element, attribute, value) ->
            value.startsWith("/") && !value.startsWith("//") ? siteUrl + value : value;
    AttributePolicy elsewhere = (element, attribute, value) -> value.startsWith("#") ? null : value;
    return new HtmlPolicyBuilder()
        .allowElements(
            ("p br hr div blockquote pre h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead"
                    + " tbody tfoot tr th td em strong b i u s del ins mark small sub sup code kbd"
                    + " samp var abbr q cite a img")
                .split(" "))
        .allowUrlProtocols("http", "https", "mailto")
        .allowAttributes("href")
        .matching(AttributePolicy.Util.join(elsewhere, absolute))
        .onElements("a")
        .allowAttributes("src")
        .matching(absolute)
        .onElements("img")
        .allowAttributes("alt")
        .onElements("img")
        .allowAttributes("title")
        .onElements("a", "img", "abbr")
        .allowAttributes("colspan", "rowspan")
        .matching(SPAN)
        .onElements("th", "td")
        .toFactory();
  }
}
