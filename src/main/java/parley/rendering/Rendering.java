package parley.rendering;

import java.util.List;
import java.util.Set;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.feature.Point;
import parley.feature.Service;
import parley.http.Operations;
import parley.limit.RateLimits;
import parley.personal.PersonalData;

/** Previews of what members write, and the renewal of HTML that older renderers made. */
public final class Rendering implements Feature {

  /** Tables of texts with the HTML that was made of them. */
  public static final Point<RenderedTable> TABLES = new Point<>("rendered tables");

  /** How often texts name a member, by the names that the member had. */
  private static final PersonalData NAMES =
      new PersonalData(
          "names",
          Set.of("mention_name.member_id"),
          """
          SELECT name, COUNT(*) AS texts FROM mention_name WHERE member_id = ?
          GROUP BY name ORDER BY name
          """,
          List.of("DELETE FROM mention_name WHERE member_id = ?"));

  private final Ground ground;
  private final RenderingService service;
  private final PreviewRoutes routes;

  public Rendering(Ground ground, RenderingService service, RateLimits limits) {
    this.ground = ground;
    this.service = service;
    this.routes =
        new PreviewRoutes(service, limits, ground.settings().section(PreviewRoutes.LIMIT));
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(Operations.POINT, routes::bind)
        .add(PersonalData.POINT, NAMES)
        .add(Service.POINT, Service.everywhere(() -> rerendering(parts)));
  }

  private Rerendering rerendering(Parts parts) {
    var rerendering =
        new Rerendering(ground.vertx(), ground.database(), service, parts.all(TABLES));
    rerendering.start();
    return rerendering;
  }
}
