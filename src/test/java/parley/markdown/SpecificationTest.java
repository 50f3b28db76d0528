package parley.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the specifications of CommonMark and of GitHub's Markdown. An example renders as
 * it says, or it is listed here with the reason; docs/markdown.md explains the reasons.
 *
 * <p>Two decisions concern every text, so they are taken back here and have tests of their own: a
 * line break in the source is shown, and headings begin at the third level.
 */
class SpecificationTest {

  private static final URL COMMONMARK = TestResources.getSpec();
  private static final URL GITHUB = TestResources.class.getResource("/gfm-spec.txt");

  private record Example(String specification, int number, String source, String html) {

    String name() {
      return specification + " " + number;
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /** Why an example renders otherwise. */
  private static final Map<String, String> DIFFERENCES = differences();

  private static Map<String, String> differences() {
    Map<String, String> reasons = new HashMap<>();
    differ(
        reasons,
        "A tag that is not let through or has no partner, a comment, an "
            + "instruction or a declaration is shown as it was typed",
        "21 31 148 150 151 155 156 157 158 159 162 163 165 170 171 172 173 174 175 "
            + "176 177 178 179 180 181 182 183 184 187 201 308 309 344 475 476 477 491 492 "
            + "494 499 524 536 580 613 614 615 616 617 623 625 626 627 628 629 630 631 642 "
            + "643",
        "118 120 121 125 126 127 128 129 132 133 135 140 141 142 143 144 145 146 147 "
            + "148 149 150 151 152 153 156 170 288 289 317 327 354 484 485 486 500 501 503 "
            + "507 532 544 588 632 633 634 635 636 642 644 645 646 647 648 649 650 652 662 "
            + "663");
    differ(
        reasons,
        "A link or picture with an address that is not let through is shown as " + "it was typed",
        "194 195 200 203 204 484 485 486 487 495 496 498 500 502 503 504 517 520 522 "
            + "531 567 572 573 574 575 576 577 578 579 581 582 583 584 585 586 587 588 589 "
            + "591 596 598 599 601",
        "163 164 169 172 173 495 496 504 505 506 508 510 511 512 525 528 530 539 575 "
            + "580 581 582 583 584 585 586 587 589 590 591 592 593 594 595 596 597 599 604 "
            + "606 607 609");
    differ(
        reasons,
        "Bare addresses of the web and of mail are links, those of FTP are not",
        "602 608 611 612",
        "610 616 619 620 628");
    differ(
        reasons, "What is no language after a fence is shown", "34 143 144 146", "113 114 116 330");
    differ(reasons, "Cells beyond the last column are shown", "", "204");
    differ(
        reasons,
        "CommonMark has changed since: emphasis may be within the same emphasis",
        "",
        "398 426 434 435 436 473 474 475 477");
    return reasons;
  }

  private static void differ(
      Map<String, String> reasons, String reason, String commonmark, String github) {
    commonmark
        .lines()
        .flatMap(SpecificationTest::numbers)
        .forEach(number -> reasons.put("commonmark " + number, reason));
    github
        .lines()
        .flatMap(SpecificationTest::numbers)
        .forEach(number -> reasons.put("github " + number, reason));
  }

  private static Stream<String> numbers(String text) {
    return Stream.of(text.split(" "));
  }

  static Stream<Example> examples() {
    return Stream.concat(examples("commonmark", COMMONMARK), examples("github", GITHUB));
  }

  private static Stream<Example> examples(String name, URL file) {
    List<Example> examples = new ArrayList<>();
    for (var each : ExampleReader.readExamples(file)) {
      examples.add(
          new Example(name, examples.size() + 1, each.getSource(), expected(each.getHtml())));
    }
    return examples.stream();
  }

  private static String expected(String html) {
    String expected =
        html.replace('→', '\t')
            .replace(
                "<input checked=\"\" disabled=\"\" type=\"checkbox\">",
                "<input type=\"checkbox\" disabled=\"\" checked=\"\">")
            .replace(
                "<input disabled=\"\" type=\"checkbox\">",
                "<input type=\"checkbox\" disabled=\"\">");
    for (int level = 6; level > 0; level--) {
      String shown = "h" + HtmlTag.level(level) + ">";
      expected =
          expected
              .replace("<h" + level + ">", "<" + shown)
              .replace("</h" + level + ">", "</" + shown);
    }
    return expected;
  }

  private static String rendered(String source) {
    return Dialect.html()
        .softbreak("\n")
        .build()
        .render(Dialect.parse(source, new Names(Map.of())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void anExampleRendersAsItSaysOrDiffersOnPurpose(Example example) {
    String reason = DIFFERENCES.get(example.name());
    if (reason == null) {
      assertThat(rendered(example.source())).isEqualTo(example.html());
    } else {
      assertThat(rendered(example.source())).as(reason).isNotEqualTo(example.html());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void anExampleIsSafe(Example example) {
    HtmlSafety.assertSafe(Render.html(example.source()));
  }

  @Test
  void allExamplesAreThere() {
    assertThat(examples("commonmark", COMMONMARK)).hasSize(652);
    assertThat(examples("github", GITHUB)).hasSize(672);
  }

  @Test
  void everyListedExampleIsThere() {
    assertThat(examples().map(Example::name)).containsAll(DIFFERENCES.keySet());
  }
}
