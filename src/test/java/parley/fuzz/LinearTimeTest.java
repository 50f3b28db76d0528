package parley.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.failure.ForumException;
import parley.mail.message.MailText;
import parley.markdown.MarkdownRenderer;

/**
 * Hostile texts, nearly as long as a post may be: twice the length takes at most about twice the
 * time. The processor's time is measured, so that a busy machine does not count.
 */
@Timeout(180)
class LinearTimeTest {

  private static final int LENGTH = 40_000;

  /** Four times as long as text that is quadratic; half of what such text would take. */
  private static final double MAX_RATIO = 3;

  /** Below this, the ratio says nothing. */
  private static final Duration SHORT = Duration.ofMillis(300);

  private static final MarkdownRenderer RENDERER = new MarkdownRenderer();

  record Shape(String name, IntFunction<String> text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Shape> shapes() {
    return Stream.concat(
        Stream.of(
                "*a ",
                "a* ",
                "**a *b ",
                "*a_b",
                "_a*b~~c",
                "*a**b",
                "a**b",
                "[",
                "[a](",
                "[a]",
                "![",
                "<",
                "<a ",
                "<b>",
                "</b>",
                "<b><i>",
                "<b></i>",
                "<a b='",
                "<!--",
                "<?",
                "`",
                "``a`",
                "~~",
                "&",
                "&#1;",
                "\\",
                "http://a",
                "http://[",
                "http://a]",
                "http://a\"",
                "http://a.b/( ",
                "www.",
                "www.a ",
                "a@",
                "a@b.",
                "a.b.",
                "a.b/",
                "a/@b",
                "a_",
                "_a@b.c",
                "mailto:",
                "@",
                "@a",
                "@a@",
                "@小",
                "@_",
                "@a_-",
                "中*",
                "（**",
                "[^1]",
                "h",
                "w",
                "a ",
                "😀",
                "|",
                "<table><tr><td>",
                "<ul><li>",
                "<p>",
                "<div>",
                "<br>",
                "<pre>")
            .map(piece -> new Shape(piece, length -> piece.repeat(length / piece.length()))),
        Stream.of(
            lines("> "),
            lines("a\n\n"),
            lines("- a\n\n"),
            lines("[a]: b\n\n"),
            lines("[^a]: b\n\n"),
            lines("<div>\n\n"),
            lines("<pre>\n\n"),
            lines("```\n\n"),
            lines("<!-- a\n\n"),
            lines("| a |\n|---|\n| b | c |\n\n"),
            new Shape("*…a…*", n -> "*".repeat(n / 2) + "a" + "*".repeat(n / 2)),
            new Shape("[…a…](b)…", n -> "[".repeat(n / 5) + "a" + "](b)".repeat(n / 5)),
            new Shape("**a …b** ", n -> "**a ".repeat(n / 8) + "b** ".repeat(n / 8)),
            new Shape("<b>…</b>", n -> "<b>".repeat(n / 7) + "</b>".repeat(n / 7)),
            new Shape("https://a/(((…", n -> "https://a/" + "(".repeat(n)),
            new Shape("https://a/…***", n -> "https://a/" + "*".repeat(n)),
            new Shape("*https://a/*b*b…*", n -> "*https://a/" + "*b".repeat(n / 2) + "*"),
            new Shape("*https://a/*b*b…", n -> "*https://a/" + "*b".repeat(n / 2)),
            new Shape("**https://a/*b…", n -> "**https://a/*b".repeat(n / 14)),
            new Shape("https://a/…;", n -> "https://a/" + "&a;".repeat(n / 3))));
  }

  private static Shape lines(String line) {
    return new Shape(line.replace("\n", "⏎"), n -> line.repeat(n / line.length()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void twiceTheLengthTakesTwiceTheTime(Shape shape) {
    String half = shape.text().apply(LENGTH / 2);
    String whole = shape.text().apply(LENGTH);
    Duration limit = least(whole);
    if (limit.compareTo(SHORT) > 0) {
      assertThat((double) least(whole).toNanos() / least(half).toNanos()).isLessThan(MAX_RATIO);
    }
  }

  /** Of two times: the first one is slow until the code is compiled. */
  private static Duration least(String text) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      run(text);
      least =
          Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return Duration.ofNanos(least);
  }

  private static void run(String text) {
    try {
      MailText.of(RENDERER.parse(text).resolve(Map.of()).html());
      RENDERER.plainText(text, 200);
    } catch (ForumException refused) {
      assertThat(refused.errors()).first().matches(error -> error.code().equals("too_complex"));
    }
  }
}
