package parley.image;

import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.http.Operations;
import parley.limit.RateLimits;
import parley.member.MemberService;

/** Members' pictures. */
public final class Images implements Feature {

  private final ImageRoutes routes;

  public Images(Ground ground, MemberService members, RateLimits limits) {
    this.routes =
        new ImageRoutes(
            ground.vertx(),
            ground.config().data().resolve("images"),
            members,
            limits,
            ground.settings().section(ImageRoutes.LIMIT));
  }

  @Override
  public void addTo(Parts parts) {
    parts.add(Operations.POINT, routes::bind);
  }
}
