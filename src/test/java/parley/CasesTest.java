package parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tests that docs/decisions/036 names exist. */
class CasesTest {

  private static final Path CASES = Path.of("docs/decisions/036-cases-and-tests.md");

  /** A class, perhaps with a method, or a file of the client's or the browser's tests. */
  private static final Pattern TEST =
      Pattern.compile(
          "`(?:([A-Z]\\w+(?:Test|IT))(?:#(\\w+))?|([\\w-]+\\.(?:test|spec)\\.tsx?))`(?: \"([^\"]+)\")?");

  @Test
  void theTestsOfTheCasesExist() throws IOException {
    Map<String, String> sources = sources();
    List<String> missing = new ArrayList<>();
    var named =
        Files.readAllLines(CASES).stream()
            .filter(line -> line.startsWith("|"))
            .flatMap(line -> TEST.matcher(line).results())
            .toList();
    for (var test : named) {
      var file = test.group(1) == null ? test.group(3) : test.group(1) + ".java";
      var source = sources.getOrDefault(file, "");
      var within = test.group(2) == null ? test.group(4) : " " + test.group(2) + "(";
      if (source.isEmpty() || within != null && !source.contains(within)) {
        missing.add(test.group());
      }
    }
    assertThat(named).hasSizeGreaterThan(80);
    assertThat(missing).isEmpty();
  }

  private static Map<String, String> sources() throws IOException {
    var sources = new HashMap<String, String>();
    for (var root : List.of("src/test/java", "src/test/browser", "src/main/client/src")) {
      try (var files = Files.walk(Path.of(root))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          var name = file.getFileName().toString();
          if (name.endsWith(".java") || name.matches(".*\\.(test|spec)\\.tsx?")) {
            sources.put(name, Files.readString(file));
          }
        }
      }
    }
    return sources;
  }
}
