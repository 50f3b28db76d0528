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

  private static final Pattern START = Pattern.compile("[0-9]{1,9}");

  private QuotePolicy() {}

  static PolicyFactory of(String siteUrl) {
    AttributePolicy absolute =
        (element, attribute, value) ->
            value.startsWith("/") && !value.startsWith("//") ? siteUrl + value : value;
    AttributePolicy elsewhere = (element, attribute, value) -> value.startsWith("#") ? null : value;
    return new HtmlPolicyBuilder()
        .allowElements(
            ("p br hr div section details summary blockquote pre h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead"
                    + " tbody tfoot tr th td em strong b i u s del ins mark small sub sup code kbd"
                    + " samp var abbr q cite a img input")
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
        .allowAttributes("class")
        .matching(false, "mention", "footnote-backref")
        .onElements("a")
        .allowAttributes("class")
        .matching(false, "footnote-ref")
        .onElements("sup")
        .allowAttributes("class")
        .matching(false, "footnotes")
        .onElements("section")
        .allowAttributes("dir")
        .matching(true, "auto", "ltr", "rtl")
        .globally()
        .allowAttributes("align")
        .matching(true, "left", "center", "right")
        .onElements("th", "td")
        .allowAttributes("start")
        .matching(START)
        .onElements("ol")
        .allowAttributes("type")
        .matching(true, "checkbox")
        .onElements("input")
        .allowAttributes("checked")
        .matching((element, attribute, value) -> "")
        .onElements("input")
        .allowAttributes("colspan", "rowspan")
        .matching(SPAN)
        .onElements("th", "td")
        .toFactory();
  }
}
