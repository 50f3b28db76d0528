package parley;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.SourceWords.Said;

/**
 * The platform names no feature: not as a type, and not in its strings and names either. Features
 * reach it only through extension points.
 */
@AnalyzeClasses(packages = "parley", importOptions = ImportOption.DoNotIncludeTests.class)
class PlatformNamesNoFeatureTest {

  private static final Set<String> PLATFORM =
      Set.of("http", "bridge", "mail", "backup", "management", "config", "cluster", "feature");

  /** The layers below, and who asks and what they may: the platform may know these. */
  private static final Set<String> GROUND =
      Set.of(
          "store",
          "bus",
          "text",
          "paging",
          "failure",
          "job",
          "journal",
          "access",
          "member",
          "session",
          "personal");

  /** Folders whose names are not those of features. */
  private static final Set<String> NO_FEATURE = Set.of("check", "command", "limit", "site");

  /** What features are about, besides the names of their folders and tables. */
  private static final Set<String> NOUNS =
      Set.of("picture", "avatar", "preview", "login", "mention", "reply");

  /**
   * A word that a part of the platform may say.
   *
   * @param reason what it means there
   */
  private record Allowed(String part, String word, String reason) {}

  private static final List<Allowed> ALLOWED =
      List.of(
          new Allowed("http", "post", "the method of HTTP"),
          new Allowed("bridge", "board", "a viewer's rights are by board, see access"),
          new Allowed("bridge", "reply", "the address of a frame's answer, in Vert.x' protocol"),
          new Allowed("mail", "post", "a mail may quote one; the header List-Unsubscribe-Post"),
          new Allowed("config", "chat", "a role of a process"),
          new Allowed("config", "account", "limits count by account; keys keep their old names"),
          new Allowed("config", "mention", "old names of keys that moved, see RenamedKeys"),
          new Allowed("backup", "account", "that of the database server"));

  /** Paths of the API that a part of the platform answers itself. */
  private static final Set<String> OWN_PATHS = Set.of("/api/mail/unsubscribe");

  private static final Path SOURCES = Path.of("src/main/java/parley");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern TABLE = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?(\\w+)");
  private static final Pattern API_PATH = Pattern.compile("/api/[a-z][a-z/{}-]*");

  @ArchTest
  static final ArchRule thePlatformKnowsNoTypeOfAFeature =
      noClasses()
          .that()
          .resideInAnyPackage(packages(PLATFORM))
          .should()
          .dependOnClassesThat(
              resideInAPackage("parley..")
                  .and(not(resideInAnyPackage(packages(PLATFORM))))
                  .and(not(resideInAnyPackage(packages(GROUND)))));

  private static String[] packages(Set<String> names) {
    return names.stream().map(name -> "parley." + name + "..").toArray(String[]::new);
  }

  @Test
  void itsStringsAndNamesNameNoFeature() throws IOException {
    var features = features();
    assertThat(features).contains("topic", "chat", "account", "board", "reply", "mention");
    var found = new TreeSet<String>();
    for (var part : PLATFORM) {
      for (var said : SourceWords.in(SOURCES.resolve(part))) {
        said.words().stream()
            .filter(features::contains)
            .filter(word -> !isAllowed(part, word))
            .forEach(word -> found.add(part + "/" + said.file() + " says " + word));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void itsStringsNameNoTableAndNoPathOfAFeature() throws IOException {
    var tables = tables();
    assertThat(tables).contains("one_time_token");
    var found = new TreeSet<String>();
    for (var part : PLATFORM) {
      for (var said : SourceWords.in(SOURCES.resolve(part))) {
        var text = said.text();
        API_PATH
            .matcher(text)
            .results()
            .map(path -> path.group())
            .filter(path -> !OWN_PATHS.contains(path))
            .forEach(path -> found.add(part + "/" + said.file() + " has the path " + path));
        tables.stream()
            .filter(table -> Pattern.compile("\\b" + table + "\\b").matcher(text).find())
            .forEach(table -> found.add(part + "/" + said.file() + " names the table " + table));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void whatIsAllowedIsSaid() {
    for (var allowed : ALLOWED) {
      assertThat(SourceWords.in(SOURCES.resolve(allowed.part())))
          .as("%s is no longer needed", allowed)
          .anyMatch(said -> said.words().contains(allowed.word()));
    }
  }

  @Test
  void aFeatureThatIsNamedWouldBeSeen() {
    assertThat(SourceWords.in(SOURCES.resolve("topic")))
        .anyMatch(said -> !said.isName() && said.words().contains("topic"))
        .anyMatch(said -> said.isName() && said.words().contains("reply"));
    assertThat(new Said("X.java", "listTopics /api/topic/{id} REPLIES", false).words())
        .contains("list", "topic", "api", "reply");
  }

  private static boolean isAllowed(String part, String word) {
    return ALLOWED.stream()
        .anyMatch(allowed -> allowed.part().equals(part) && allowed.word().equals(word));
  }

  /** The names of all folders of features, of their tables, and of what they are about. */
  private static Set<String> features() throws IOException {
    try (var folders = Files.list(SOURCES)) {
      var features = new TreeSet<>(NOUNS);
      folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(
              name -> Stream.of(PLATFORM, GROUND, NO_FEATURE).noneMatch(own -> own.contains(name)))
          .forEach(features::add);
      features.addAll(tables());
      return features;
    }
  }

  /** Without those of what may be named: a table is called after its folder, or begins with it. */
  private static Set<String> tables() throws IOException {
    try (var migrations = Files.list(MIGRATIONS)) {
      var tables = new TreeSet<String>();
      for (var migration : migrations.toList()) {
        TABLE
            .matcher(Files.readString(migration))
            .results()
            .map(table -> table.group(1))
            .filter(table -> isOfAFeature(table.replaceFirst("_.*", "")))
            .forEach(tables::add);
      }
      return tables;
    }
  }

  private static boolean isOfAFeature(String folder) {
    return !PLATFORM.contains(folder) && !GROUND.contains(folder);
  }
}
