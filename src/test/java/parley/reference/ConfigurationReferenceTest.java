package parley.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.reference.Reference.code;
import static parley.reference.Reference.row;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import parley.reference.DefaultsFile.Section;

class ConfigurationReferenceTest {

  private static final Vertx VERTX = Vertx.vertx();

  private static final String INTRODUCTION =
      """
      # Every configuration key

      Made by `bin/reference` from [`conf/parley.yaml`](../conf/parley.yaml) and from what the program accepts; do not edit it.

      A key is set in a YAML file, which `bin/parley --config my.yaml` names, or in the environment, which goes over the file.
      In the environment lists are separated by commas. A key that does not exist, and a value that is not allowed, end the
      start with one line that names it.
      """;

  private final AllowedValues allowed = new AllowedValues(VERTX);

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  @Test
  void theReferenceIsThatOfTheCode() throws IOException {
    var file = DefaultsFile.of(Files.readAllLines(Path.of("conf/parley.yaml")));
    var page = new StringBuilder(INTRODUCTION);
    file.sections().forEach(section -> page.append(written(section)));
    Reference.check(Path.of("docs/configuration.md"), page.toString());
  }

  @Test
  void everyKeySaysWhatItIsForWhereItsNameDoesNot() throws IOException {
    var file = DefaultsFile.of(Files.readAllLines(Path.of("conf/parley.yaml")));
    assertThat(file.sections())
        .hasSizeGreaterThan(10)
        .flatExtracting(Section::keys)
        .filteredOn(key -> key.comment().isEmpty())
        .allSatisfy(
            key ->
                assertThat(key.name())
                    .matches(
                        ".*\\.(host|port|database|user|password|memoryKib|iterations)|"
                            + "password\\..*|limits\\..*"));
  }

  private String written(Section section) {
    var text =
        new StringBuilder("\n## ")
            .append(section.name().isEmpty() ? "roles, data" : section.name());
    text.append("\n\n");
    if (!section.comment().isEmpty()) {
      text.append(sentence(section.comment())).append("\n\n");
    }
    text.append(row("key, variable", "default", "allowed", "meaning"));
    text.append("|---|---|---|---|\n");
    for (var key : section.keys()) {
      text.append(
          row(
              code(key.name()) + "<br>" + code(AllowedValues.variable(key.name())),
              code(key.value()),
              allowed.of(key.name(), key.value()),
              key.comment().replace("|", "\\|")));
    }
    return text.toString();
  }

  private static String sentence(String comment) {
    return comment.substring(0, 1).toUpperCase() + comment.substring(1) + ".";
  }
}
