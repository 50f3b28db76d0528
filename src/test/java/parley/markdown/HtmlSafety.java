package parley.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Judges rendered HTML as a browser would read it: parsed by HTML's own rules within a page, then
 * written out and parsed again, for some attacks only come to life the second time. Its lists are
 * its own on purpose; what it shares with the policy it could not check.
 */
public final class HtmlSafety {

  private static final Set<String> ELEMENTS =
      words(
          "p br hr div blockquote pre section details summary h3 h4 h5 h6 ul ol li"
              + " table caption thead tbody tfoot tr th td em strong b i u s del ins mark small sub"
              + " sup code kbd samp var abbr q cite a img input");

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("a", words("href title class id rel aria-label")),
          Map.entry("img", words("src alt title width height align loading referrerpolicy")),
          Map.entry("input", words("type disabled checked aria-label")),
          Map.entry("abbr", words("title")),
          Map.entry("code", words("class")),
          Map.entry("details", words("open")),
          Map.entry("li", words("id")),
          Map.entry("ol", words("start")),
          Map.entry("section", words("class")),
          Map.entry("sup", words("class")),
          Map.entry("td", words("align colspan rowspan")),
          Map.entry("th", words("align colspan rowspan")));

  private static final Set<String> ALIGNED = words("p div h3 h4 h5 h6 table");
  private static final Set<String> DIRECTED =
      words("p div blockquote pre summary h3 h4 h5 h6 ul ol li table caption th td");
  private static final Set<String> CLASSES =
      words("a.mention a.footnote-backref sup.footnote-ref section.footnotes");
  private static final Pattern CODE_CLASS = Pattern.compile("language-[\\w+#.-]{1,32}");
  private static final Pattern ID = Pattern.compile("fn-[0-9a-f]{12}-\\d+");

  private HtmlSafety() {}

  /** Fails, and says why, unless a page may show this HTML as it is. */
  public static void assertSafe(String html) {
    Document once = page(html);
    assertPageSafe(once, html);
    assertPageSafe(page(once.getElementById("post").html()), html);
  }

  private static Document page(String html) {
    Document page =
        Jsoup.parse(
            "<!doctype html><html><body><div id=app><div id=post>"
                + html
                + "</div><p id=after>after</p></div></body></html>");
    page.outputSettings().prettyPrint(false);
    return page;
  }

  private static void assertPageSafe(Document page, String html) {
    assertThat(page.select("#app > #post, #app > #post + #after"))
        .as("the post stays in its container: %s", html)
        .hasSize(2);
    assertThat(page.select("#app > *, body > *, head > *")).as("outside the post").hasSize(3);
    Element post = page.getElementById("post");
    Set<String> ids = new HashSet<>();
    post.childNodes().forEach(child -> child.traverse((node, depth) -> check(node, ids)));
  }

  private static void check(Node node, Set<String> ids) {
    if (node instanceof Comment comment) {
      assertThat(comment.getData()).as("comment").isEqualTo(" ");
    } else if (node instanceof Element element) {
      assertThat(ELEMENTS).contains(element.normalName());
      assertThat(element.tag().namespace()).isEqualTo("http://www.w3.org/1999/xhtml");
      element.attributes().forEach(attribute -> check(element, attribute, ids));
      checkWhole(element);
    } else {
      assertThat(node).as(node.outerHtml()).isExactlyInstanceOf(TextNode.class);
    }
  }

  private static void check(Element element, Attribute attribute, Set<String> ids) {
    String name = attribute.getKey();
    String value = attribute.getValue();
    boolean aligned = name.equals("align") && ALIGNED.contains(element.normalName());
    if (!aligned && !name.equals("dir")) {
      assertThat(ATTRIBUTES.getOrDefault(element.normalName(), Set.of()))
          .as("attributes of %s", element.outerHtml())
          .contains(name);
    }
    switch (name) {
      case "href" -> assertThat(scheme(value)).as(value).isIn("http", "https", "mailto", "own");
      case "src" -> assertPicture(value);
      case "class" -> assertClass(element, value);
      case "dir" -> {
        assertThat(DIRECTED).contains(element.normalName());
        assertThat(value).isIn("auto", "ltr", "rtl");
      }
      case "align" -> assertThat(value).isIn("left", "center", "right");
      case "id" -> {
        assertThat(value).matches(ID);
        assertThat(ids.add(value)).as("only one %s", value).isTrue();
      }
      default -> {}
    }
  }

  private static void assertPicture(String url) {
    if (scheme(url).equals("own")) {
      assertThat(url).matches("(?i)/api/images/[a-z0-9][a-z0-9._-]*");
    } else {
      assertThat(scheme(url)).as(url).isIn("http", "https");
    }
  }

  private static void assertClass(Element element, String value) {
    if (element.normalName().equals("code")) {
      assertThat(value).matches(CODE_CLASS);
    } else {
      assertThat(CLASSES).contains(element.normalName() + "." + value);
    }
  }

  private static void checkWhole(Element element) {
    String html = element.outerHtml();
    switch (element.normalName()) {
      case "a" -> {
        assertThat(element.hasAttr("href")).as(html).isTrue();
        if (!scheme(element.attr("href")).equals("own")) {
          assertThat(element.attr("rel")).as(html).isEqualTo("nofollow ugc noopener");
        }
        if (element.hasClass("mention")) {
          assertThat(element.attr("href")).matches("/user/\\d+");
        }
      }
      case "img" -> {
        assertThat(element.hasAttr("src") && element.hasAttr("alt")).as(html).isTrue();
        assertThat(element.attr("loading")).as(html).isEqualTo("lazy");
        assertThat(element.attr("referrerpolicy")).as(html).isEqualTo("no-referrer");
      }
      case "input" -> {
        assertThat(element.attr("type")).isEqualTo("checkbox");
        assertThat(element.hasAttr("disabled")).as(html).isTrue();
      }
      case "p", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "td", "th" ->
          // browsers add an empty p for an end tag alone
          assertThat(element.hasAttr("dir") || element.childNodeSize() == 0).as(html).isTrue();
      default -> {}
    }
  }

  /** As browsers find it: they drop tabs and line ends anywhere, and read \ as /. */
  private static String scheme(String url) {
    String seen =
        url.replaceAll("[\t\r\n]", "")
            .replaceAll("^[\\x00-\\x20]+", "")
            .replace('\\', '/')
            .toLowerCase(Locale.ROOT);
    if (seen.startsWith("#") || seen.startsWith("/") && !seen.startsWith("//")) {
      return "own";
    }
    int colon = seen.indexOf(':');
    return colon < 0 ? "relative" : seen.substring(0, colon);
  }

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.split(" ")));
  }
}
