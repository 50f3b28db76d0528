package parley.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of docs/ that is made from the code, and is not to be older than it. */
public final class Reference {

  private Reference() {}

  /**
   * Fails where the file does not say this; with {@code -Dreference.write=true}, as {@code
   * bin/reference} gives it, makes it so instead.
   */
  public static void check(Path file, String content) {
    try {
      if (Boolean.getBoolean("reference.write")) {
        Files.writeString(file, content);
      }
      assertThat(file).as("run bin/reference").hasContent(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row of a Markdown table. */
  static String row(String... cells) {
    return "| " + String.join(" | ", cells).replace("\n", " ") + " |\n";
  }

  /** As it is in a cell: a bar would end it. */
  static String code(String text) {
    return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
  }
}
