package parley.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class FootnoteTest {

  private static Element page(String... posts) {
    StringBuilder page = new StringBuilder();
    for (String post : posts) {
      String html = Render.RENDERER.parse(post).resolve(Map.of()).html();
      HtmlSafety.assertSafe(html);
      page.append("<article>").append(html).append("</article>");
    }
    return Jsoup.parse(page.toString()).body();
  }

  @Test
  void aReferenceLeadsToItsNoteAndBack() {
    Element page = page("Text[^a b].\n\nMore[^note].\n\n[^note]: Words.");

    Element reference = page.selectFirst("sup.footnote-ref > a");
    Element note = page.selectFirst("section.footnotes > ol > li");

    assertThat(reference.attr("href")).isEqualTo("#" + note.id());
    assertThat(note.text()).startsWith("Words.");
    assertThat(note.select("a.footnote-backref").attr("href")).isEqualTo("#" + reference.id());
    assertThat(note.select("a.footnote-backref").attr("aria-label"))
        .isEqualTo("Back to reference 1");
  }

  @Test
  void aNoteLeadsBackToEachOfItsReferences() {
    Element page = page("a[^1] b[^1]\n\n[^1]: c");

    assertThat(page.select("li a.footnote-backref").eachAttr("href"))
        .isEqualTo(page.select("p > sup > a").eachAttr("id").stream().map(id -> "#" + id).toList())
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void postsOfOnePageLeadToTheirOwnNotes() {
    Element page = page("a[^1]\n\n[^1]: first", "b[^1]\n\n[^1]: second");

    for (Element post : page.select("article")) {
      Element reference = post.selectFirst("sup > a");
      assertThat(post.getElementById(reference.attr("href").substring(1))).isNotNull();
    }
    assertThat(page.select("[id]").eachAttr("id")).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void labelsInAnyScriptWork() {
    Element page = page("a[^注\"<] b\n\n[^注\"<]: c");

    assertThat(page.getElementById(page.selectFirst("sup > a").attr("href").substring(1)).text())
        .startsWith("c");
  }

  @Test
  void postsWithTheSameTextHaveIdsOfTheirOwn() {
    String source = "a[^1] b[^2]\n\n[^1]: c\n[^2]: d";

    Element page = page(source, source);

    assertThat(page.select("[id]").eachAttr("id")).hasSize(8).doesNotHaveDuplicates();
    assertThat(page.select("article").last().select("a[href]").eachAttr("href"))
        .allMatch(href -> page.select("article").last().getElementById(href.substring(1)) != null);
  }
}
