package parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.config.ConfigException.require;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.Sections;

class SettingsTest {

  private static final Vertx VERTX = Vertx.vertx();

  private record Garden(String name, int trees) {
    static final Section<Garden> SECTION = new Section<>("garden", Garden.class);

    Garden {
      require(trees > 0, "trees", trees, "1 or more");
    }
  }

  private record Pond(int depth) {
    static final Section<Pond> SECTION = new Section<>("garden.water.pond", Pond.class);

    Pond {
      require(depth > 0, "depth", depth, "1 or more");
    }
  }

  @TempDir private Path home;

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  @BeforeEach
  void defaultsWithTwoMoreSections() throws IOException {
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(
        home.resolve("conf/parley.yaml"),
        Files.readString(Path.of("conf/parley.yaml"))
            + "\ngarden:\n  name: Eden\n  trees: 2\n  water:\n    pond:\n      depth: 3\n");
  }

  @Test
  void aSectionIsReadWithoutTheSectionsInIt() {
    var settings = load(Map.of("PARLEY_GARDEN_WATER_POND_DEPTH", "4"));
    assertThat(settings.section(Garden.SECTION)).isEqualTo(new Garden("Eden", 2));
    assertThat(settings.section(Pond.SECTION)).isEqualTo(new Pond(4));
  }

  @Test
  void everySectionIsCheckedAtTheStartAndNamesItsKey() {
    assertThatThrownBy(() -> load(Map.of("PARLEY_GARDEN_WATER_POND_DEPTH", "0")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("garden.water.pond.depth: '0' is not 1 or more");
  }

  @Test
  void aKeyThatBelongsToNoSectionIsRefused() {
    assertThatThrownBy(() -> load(Map.of(), Garden.SECTION))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("garden.water: ");
    assertThatThrownBy(() -> load(Map.of(), Pond.SECTION))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("garden: ");
  }

  @Test
  void aSectionWithoutDefaultsIsRefused() {
    var roof = new Section<>("roof", Garden.class);
    assertThatThrownBy(() -> load(Map.of(), Garden.SECTION, Pond.SECTION, roof))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("roof.");
  }

  @Test
  void aSectionIsDeclaredOnce() {
    assertThatThrownBy(() -> load(Map.of(), Garden.SECTION, Pond.SECTION, Garden.SECTION))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyADeclaredSectionIsHandedOut() {
    var settings = load(Map.of());
    assertThatThrownBy(() -> settings.section(new Section<>("garden", Pond.class)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOverrideGoesOverTheEnvironmentAndIsReplacedByTheNext() {
    var settings = load(Map.of("PARLEY_GARDEN_TREES", "5", "PARLEY_GARDEN_NAME", "Kew"));
    settings.override(override(new JsonObject().put("trees", 7)));
    assertThat(settings.section(Garden.SECTION)).isEqualTo(new Garden("Kew", 7));
    settings.override(override(new JsonObject()));
    assertThat(settings.section(Garden.SECTION)).isEqualTo(new Garden("Kew", 5));
  }

  @Test
  void anOverrideThatCannotBeUsedChangesNothing() {
    var settings = load(Map.of());
    var tooFew = new JsonObject().put("name", "Kew").put("trees", 0);
    assertThatThrownBy(() -> settings.override(override(tooFew)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("garden.trees: '0' is not 1 or more");
    assertThatThrownBy(() -> settings.override(override(new JsonObject().put("bushes", 1))))
        .isInstanceOf(ConfigException.class)
        .hasMessage("garden.bushes: there is no such key (in the administration)");
    assertThat(settings.section(Garden.SECTION)).isEqualTo(new Garden("Eden", 2));
  }

  private static Source override(JsonObject garden) {
    return Source.of("the administration", new JsonObject().put("garden", garden));
  }

  private Settings load(Map<String, String> environment) {
    return load(environment, Garden.SECTION, Pond.SECTION);
  }

  private Settings load(Map<String, String> environment, Section<?>... more) {
    var sections = Stream.concat(Sections.ALL.stream(), Stream.of(more)).toList();
    return new ConfigLoader(VERTX, List.copyOf(sections))
        .load(home, Optional.empty(), environment)
        .await();
  }
}
