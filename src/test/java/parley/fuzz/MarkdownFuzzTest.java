package parley.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import parley.failure.ForumException;
import parley.fuzz.Hostile.Worded;
import parley.mail.message.MailText;
import parley.markdown.HtmlSafety;
import parley.markdown.MarkdownRenderer;
import parley.markdown.Mention;

/**
 * Markdown, sanitiser, excerpt and the text of mails with random hostile texts: nothing fails,
 * nothing active comes out, and no word is lost. {@code bin/fuzz SECONDS} runs it for longer.
 */
class MarkdownFuzzTest {

  private static final MarkdownRenderer RENDERER = new MarkdownRenderer();

  /** Markup that is understood, and whose words are not meant to be read. */
  private static final Pattern UNDERSTOOD =
      Pattern.compile(
          "<[A-Za-z][A-Za-z0-9-]*(?:\\s[^<>]*)?=[^<>]*>" // values of attributes
              + "|\\[\\^[^\\]\\s]+\\]" // labels of footnotes
              + "|\\[[^\\]]*\\]:" // labels of definitions
              + "|\\]\\[[^\\]]*\\]" // references to them
              + "|(?m)^[\\s>*+0-9.)-]*(?:`{3,}|~{3,}).*$"); // languages

  @Provide
  Arbitrary<String> hostile() {
    return Hostile.texts(40);
  }

  @Property(shrinking = ShrinkingMode.BOUNDED)
  void noTextBreaksAnythingOrLosesAWord(@ForAll("hostile") String pattern) {
    Worded worded = Worded.of(pattern);
    String html;
    try {
      html = html(worded.text());
      RENDERER.plainText(worded.text(), 200);
    } catch (ForumException refused) {
      assertThat(refused.kind()).isEqualTo(ForumException.Kind.INVALID);
      return;
    }
    HtmlSafety.assertSafe(html);
    assertNothingIsActive(MailText.htmlOf(html));
    String shown = shown(html);
    String mail = MailText.of(html) + " " + hrefs(html);
    for (String word : worded.words()) {
      if (!isUnderstood(worded.text(), word)) {
        assertThat(shown).as("page of%n%s", worded.text()).contains(word);
        assertThat(mail).as("mail of%n%s", worded.text()).contains(word);
      }
    }
  }

  @Property(tries = 300)
  void aKnownNameChangesNothingButItself(@ForAll("hostile") String pattern) {
    Worded worded = Worded.of(pattern);
    if (worded.words().isEmpty()) {
      return;
    }
    Mention known = new Mention(7, worded.words().get(0));
    String html;
    try {
      html = RENDERER.parse(worded.text()).resolve(Map.of(known.username(), known)).html();
    } catch (ForumException refused) {
      return;
    }
    HtmlSafety.assertSafe(html);
  }

  private static String html(String text) {
    return RENDERER.parse(text).resolve(Map.of()).html();
  }

  private static boolean isUnderstood(String text, String word) {
    return UNDERSTOOD.matcher(text).results().anyMatch(found -> found.group().contains(word));
  }

  private static String shown(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    StringBuilder shown = new StringBuilder(body.wholeText());
    for (Element element : body.select("[alt], [title], [class]")) {
      shown.append(' ').append(element.attr("alt"));
      shown.append(' ').append(element.attr("title")).append(' ').append(element.className());
    }
    return shown.append(hrefs(html)).toString();
  }

  private static String hrefs(String html) {
    StringBuilder addresses = new StringBuilder();
    for (Element element :
        Jsoup.parseBodyFragment(html).select("[href], [src], [title], code[class]")) {
      String address = element.attr("href") + " " + element.attr("src");
      addresses.append(' ').append(decoded(address)).append(' ').append(element.attr("title"));
      addresses.append(' ').append(element.className());
    }
    return addresses.toString();
  }

  private static String decoded(String address) {
    try {
      return URLDecoder.decode(address, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return address;
    }
  }

  private static void assertNothingIsActive(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    assertThat(body.select("script, style, iframe, object, embed, form, link, meta, base, svg"))
        .isEmpty();
    for (Element element : body.getAllElements()) {
      element
          .attributes()
          .forEach(
              attribute -> {
                assertThat(attribute.getKey()).doesNotStartWith("on").isNotEqualTo("style");
                assertThat(attribute.getValue().strip().toLowerCase(java.util.Locale.ROOT))
                    .doesNotStartWith("javascript:")
                    .doesNotStartWith("data:");
              });
    }
  }
}
