package parley.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.failure.ForumException;

/**
 * Texts that are as long as a post may be and made to be slow, deep or large. The time is that of
 * the processor, so that a busy machine does not count, and many times what each of them takes.
 */
@Timeout(120)
class PathologicalInputTest {

  private static final int MAX_CODE_POINTS = 50_000;
  private static final Duration TIME = Duration.ofSeconds(5);

  /** What the server's threads have. */
  private static final int STACK_BYTES = 512 * 1024;

  static Stream<String> repeatedPieces() {
    String pieces =
        """
        [ ![ ] ( > * ** *** _ ~ ~~ ` < <a <!-- <? <![CDATA[ <!A & &amp; &#1; \\ \\@ @ @a @小
        [a]( [a](<b [a] [a][b] [^1] [^ - 1. + # | |a |- http:// http://a.b/( www. a@ a@b. mailto:
        <b> </b> <i><b> <b><p> <b></p> <table> <table><tr><td> <ul><li> <select> <div> <details>
        <a/href=http://x> <svg> <math> <script> <style> <title> <xmp> <textarea> <noscript> <pre>
        { ' " % é 中 😀 \u200C \u202E \0
        """;
    return Stream.of(pieces.strip().split("[ \n]+"));
  }

  static Stream<String> repeatedLines() {
    return Stream.of(
        "a ",
        "*a ",
        "a* ",
        "**a *a ",
        "*a_ ",
        "_a *b ~~c ",
        "<a ",
        "<a b='",
        "[a](b \"",
        "- ",
        "* * ",
        "-\n",
        "- a\n",
        "1)\n",
        "# a\n",
        "***\n",
        "    a\n",
        "\t",
        "\n",
        " ",
        "|\n",
        "||\n",
        "-|\n",
        "\"\n",
        "a|b\n",
        "a\\\n",
        "a  \n",
        "a\n=\n",
        "```\n",
        "```` ",
        "- [ ] ",
        "[^a]: b\n",
        "[^a]: b\n\n",
        "[a]: b\n",
        "[a]: b\n[a]\n",
        "http://a ",
        "www.a.b ",
        "a@b.c ",
        "<x>\n");
  }

  static Stream<String> shapes() {
    return Stream.of(
        "*".repeat(24_000) + "a" + "*".repeat(24_000),
        "**a ".repeat(8_000) + "b** ".repeat(4_000),
        "[".repeat(24_000) + "a" + "]".repeat(24_000),
        "[".repeat(12_000) + "a" + "](b)".repeat(9_000),
        "![".repeat(8_000) + "a" + "](b)".repeat(8_000),
        "![*".repeat(6_000) + "a" + "*](b)".repeat(6_000),
        "[a](" + "(".repeat(24_000) + ")".repeat(24_000) + ")",
        ">".repeat(100) + "a\n" + ">\n".repeat(20_000),
        (">".repeat(99) + "a\n").repeat(490),
        ("- ".repeat(99) + "a\n").repeat(250),
        "- ".repeat(100) + "a" + "\n".repeat(40_000),
        filled(i -> "  ".repeat(i) + "- a\n"),
        filled(i -> "e" + "`".repeat(i)),
        filled(i -> "[" + i + "]: x\n\n[" + i + "]\n"),
        filled(i -> "[^" + i + "]: x\n\n[^" + i + "]\n\n"),
        "[^0]\n\n" + filled(i -> "[^" + i + "]: [^" + (i + 1) + "]\n\n"),
        "[^1]: x\n\n" + "[^1]".repeat(12_000),
        ("|".repeat(100) + "\n" + "|-".repeat(100) + "\n" + "|a\n".repeat(99) + "\n").repeat(83),
        "|".repeat(24_000) + "\n" + "|-".repeat(12_500),
        "<b>".repeat(250) + "<p></p>".repeat(7_000),
        "<b>".repeat(8_000) + "<h1>x</h1>".repeat(2_500),
        "<b>".repeat(8_000) + "</i>".repeat(6_000),
        "<ul>" + "<b>".repeat(250) + "<li>".repeat(12_000),
        "<img src=http://x " + "x ".repeat(24_000) + ">",
        "<!--" + " --".repeat(16_000),
        "&#" + "1".repeat(49_000) + ";",
        "a".repeat(25_000) + "@" + "b.".repeat(12_000),
        "- [ ]" + " ".repeat(49_000),
        "@" + "小".repeat(49_000));
  }

  private static String filled(IntFunction<String> piece) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() + piece.apply(i).length() <= MAX_CODE_POINTS - 10; i++) {
      text.append(piece.apply(i));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("repeatedPieces")
  void aRepetitionIsRenderedSoonAndInLittleStack(String piece) throws Exception {
    renderInLittleStack(fullLength(piece));
  }

  @ParameterizedTest
  @MethodSource("repeatedLines")
  void aRepetitionOfLinesIsRenderedSoonAndInLittleStack(String line) throws Exception {
    String source = fullLength(line);
    renderInLittleStack(
        source
            .lines()
            .limit(SourceLimits.MAX_LINES)
            .collect(Collectors.joining("\n", "", line.endsWith("\n") ? "\n" : "")));
  }

  private static String fullLength(String piece) {
    return piece.repeat(MAX_CODE_POINTS / piece.codePointCount(0, piece.length()));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aTrapIsRenderedSoonAndInLittleStack(String source) throws Exception {
    renderInLittleStack(source);
  }

  private static void renderInLittleStack(String source) throws Exception {
    assertThat(source.codePointCount(0, source.length())).isBetween(10_000, MAX_CODE_POINTS);
    FutureTask<Duration> rendering = new FutureTask<>(() -> processorTimeOfRendering(source));
    new Thread(null, rendering, "small stack", STACK_BYTES).start();
    assertThat(result(rendering)).isLessThan(TIME);
  }

  private static Duration result(FutureTask<Duration> rendering) throws InterruptedException {
    try {
      return rendering.get();
    } catch (ExecutionException failed) {
      throw new AssertionError("rendering failed", failed.getCause());
    }
  }

  private static Duration processorTimeOfRendering(String source) {
    String html = htmlOrRefusal(source);
    assertThat(html.length()).isLessThanOrEqualTo(BoundedHtml.MAX_LENGTH);
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  private static String htmlOrRefusal(String source) {
    try {
      Render.RENDERER.plainText(source, 200);
      return Render.html(source);
    } catch (ForumException refused) {
      return refused.errors().get(0).code();
    }
  }

  @Test
  void ordinaryTextsOfFullLengthAreNotRefused() {
    for (String piece :
        new String[] {
          "Some *words* and [links](https://x.example/y).\n\n",
          "😀",
          "{{",
          "@",
          "- abc\n",
          "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
          "中文。\n\n"
        }) {
      assertThat(Render.html(fullLength(piece))).isNotEmpty();
    }
  }

  @Test
  void aTableThatUnfoldsTooFarIsRefused() {
    String source = "|a".repeat(5_000) + "\n" + "|-".repeat(5_000) + "\n" + "|a\n".repeat(5_000);

    assertTooComplex(catchThrowable(() -> Render.html(source)));
  }

  @Test
  void manyTablesThatUnfoldTooFarTogetherAreRefused() {
    String table = "|".repeat(100) + "\n" + "|-".repeat(100) + "\n" + "|a\n".repeat(99);

    assertThat(Render.html(table)).isNotEmpty();
    assertTooComplex(catchThrowable(() -> Render.html((table + "\n").repeat(3))));
    assertTooComplex(catchThrowable(() -> Render.html(("> " + table + "\n").repeat(3))));
  }

  @Test
  void tooManyLinesTogetherAreRefused() {
    assertThat(Render.html("a\n".repeat(10_000) + "\n" + "a\n".repeat(10_000))).isNotEmpty();
    assertTooComplex(catchThrowable(() -> Render.html("a\n".repeat(10_001))));
    assertTooComplex(catchThrowable(() -> Render.RENDERER.plainText("\u3000\r".repeat(10_001), 9)));
  }

  @Test
  void htmlThatUnfoldsTooFarIsRefused() {
    String html = "<img src=https://x.example/>".repeat(20_000);

    assertTooComplex(catchThrowable(() -> HtmlSanitiser.sanitise(html, "")));
  }

  @Test
  void notesWithTooManyReferencesAreRefused() {
    assertTooComplex(catchThrowable(() -> Render.html("[^1]: x\n\n" + "[^1]".repeat(12_000))));
  }

  private static void assertTooComplex(Throwable thrown) {
    assertThat(thrown).isInstanceOf(ForumException.class);
    ForumException refusal = (ForumException) thrown;
    assertThat(refusal.kind()).isEqualTo(ForumException.Kind.INVALID);
    assertThat(refusal.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.field()).isEqualTo("content"))
        .satisfies(error -> assertThat(error.code()).isEqualTo("too_complex"));
  }
}
