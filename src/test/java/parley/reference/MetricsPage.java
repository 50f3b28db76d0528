package parley.reference;

import static java.util.stream.Collectors.joining;
import static parley.reference.Reference.code;
import static parley.reference.Reference.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import parley.reference.Samples.Family;

/** What {@code docs/metrics.md} says. */
public final class MetricsPage {

  public static final Path FILE = Path.of("docs/metrics.md");

  private static final String INTRODUCTION =
      """
      # Every metric

      Made by `bin/reference` from what a running forum shows; do not edit it. `/metrics` on the management port has them in
      Prometheus' text format. A histogram `x` is `x_bucket`, `x_count` and `x_sum`; a summary `x_count` and `x_sum`. A name
      that ends in `_max` is the largest value of the last minutes. Counters begin at 0 when the process starts.
      """;

  private static final String JVM = "\n## The JVM, the process and its disk\n\n";

  private MetricsPage() {}

  /**
   * The page for these. What a JVM has differs between JVMs, so its part is kept as it was unless
   * the page is made anew.
   */
  public static String of(Samples samples) {
    return INTRODUCTION
        + "\n## Parley's own\n\n"
        + table(samples, name -> name.startsWith("parley_"))
        + "\n## Pools, statements and the event bus, as Vert.x measures them\n\n"
        + table(samples, name -> name.startsWith("vertx_"))
        + JVM
        + (Boolean.getBoolean("reference.write")
            ? table(samples, name -> name.matches("(?!parley_|vertx_).*"))
            : present().substring(present().indexOf(JVM) + JVM.length()));
  }

  private static String present() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String table(Samples samples, Predicate<String> chosen) {
    return row("metric", "type", "labels", "what it is")
        + "|---|---|---|---|\n"
        + samples.families().stream()
            .filter(family -> chosen.test(family.name()))
            .map(MetricsPage::line)
            .collect(joining());
  }

  private static String line(Family family) {
    return row(
        code(family.name()),
        family.type(),
        family.labels().stream().map(Reference::code).collect(joining(", ")),
        family.help().replace("|", "\\|"));
  }
}
