package parley.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadmeCorpusTest {

  @TempDir Path directory;

  @Test
  void everyReadmeBelowADirectoryShouldBeFound() throws IOException {
    write("a/README.md", "# A");
    write("a/node_modules/@scope/b/readme.md", "# B");
    write("c/README.zh-CN.md", "# C");
    write("c/CHANGELOG.md", "# Not this one");
    write("c/readme.txt", "nor this");
    Files.createDirectories(directory.resolve("d/README.md"));
    assertThat(ReadmeCorpus.below(directory).documents())
        .extracting(Readme::text)
        .containsExactly("# A", "# B", "# C");
  }

  @Test
  void aPackageShouldBeNamedAsItIsInstalled() throws IOException {
    write("node_modules/a/node_modules/@scope/b/README.md", "");
    write("other/README.md", "");
    assertThat(ReadmeCorpus.below(directory).documents())
        .extracting(Readme::packageName)
        .containsExactly("@scope/b", "other");
  }

  @Test
  void whatIsNotUtf8ShouldBeLeftOutAndCounted() throws IOException {
    Path latin1 = directory.resolve("README.md");
    Files.write(latin1, "Grüße".getBytes(StandardCharsets.ISO_8859_1));
    ReadmeCorpus corpus = ReadmeCorpus.below(directory);
    assertThat(corpus.documents()).isEmpty();
    assertThat(corpus.notUtf8()).containsExactly(latin1);
  }

  @ParameterizedTest
  @CsvSource({
    "'# Title\n\n# Second', Title",
    "'before\n\n## `code` and *more* text', code and more text",
    "'Underlined\n====', Underlined",
    "'#\n\n# After an empty one', After an empty one",
    "'<h1>raw HTML</h1>', package",
    "'', package"
  })
  void theTitleShouldBeTheFirstHeadingOrElseThePackage(String text, String title) {
    assertThat(new Readme(directory, "package", text).title()).isEqualTo(title);
  }

  @Test
  void aLongTitleShouldBeCutBetweenCharacters() {
    var readme = new Readme(directory, "package", "# " + "🙂".repeat(300));
    assertThat(readme.title()).isEqualTo("🙂".repeat(200));
  }

  private void write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
