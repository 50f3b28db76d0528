package parley.audit;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import parley.access.Viewer;
import parley.http.Caller;
import parley.text.Network;

/**
 * The member of the staff who acts, and from where.
 *
 * @param network that the request came from, such as {@code 203.0.113.0/24}
 * @param reason what they gave as the reason, or null
 */
public record Actor(Viewer viewer, String network, @Nullable String reason) {

  /** The member who sends a request. Fails with UNAUTHENTICATED for a guest. */
  public static Actor of(RoutingContext ctx) {
    var viewer = Caller.viewer(ctx);
    viewer.signedIn();
    return new Actor(viewer, Network.shown(Caller.address(ctx)), null);
  }

  /** The same, with the reason for what they do. */
  public Actor because(@Nullable String why) {
    return new Actor(viewer, network, why);
  }

  public long id() {
    return viewer.signedIn().id();
  }
}
