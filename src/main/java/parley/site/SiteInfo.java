package parley.site;

import java.util.Set;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.http.GuestPages;
import parley.http.Kept;
import parley.http.Operations;

/** Public information about the forum. */
public final class SiteInfo implements Feature {

  private final SiteRoutes routes;

  public SiteInfo(Ground ground, String version) {
    var about = ground.settings().section(SiteSettings.SECTION);
    this.routes = new SiteRoutes(ground.config().site(), about, version);
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(Operations.POINT, routes::bind)
        .add(GuestPages.POINT, new Kept<>("getSite", Site.class, site -> Set.of()));
  }
}
