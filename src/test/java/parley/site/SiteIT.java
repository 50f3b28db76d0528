package parley.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.Forum;

class SiteIT {

  @Test
  void theSiteTellsItsNameAndLimits() {
    var site = Forum.shared().guest().get("/api/site").expect(200).json();
    assertThat(site.getString("name")).isEqualTo("Parley");
    assertThat(site.getString("version")).isEqualTo("test");
    assertThat(site.getString("eventBus")).isEqualTo("/eventbus");
    assertThat(site.getJsonObject("about").getMap())
        .isEqualTo(Map.of("welcome", "", "rules", "", "privacy", "", "imprint", ""));
    assertThat(site.getJsonObject("limits").getMap())
        .isEqualTo(
            Map.of(
                "usernameMin", 2,
                "usernameMax", 32,
                "titleMax", 200,
                "contentMax", 50_000,
                "signatureMax", 500,
                "passwordMin", 8,
                "passwordMax", 200,
                "messageMax", 4_000,
                "imageBytesMax", 5 * 1024 * 1024));
  }
}
