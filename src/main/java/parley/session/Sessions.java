package parley.session;

import parley.feature.Feature;
import parley.feature.Parts;
import parley.http.Operations;

/** Where members are signed in. */
public final class Sessions implements Feature {

  private final SessionService service;

  public Sessions(SessionService service) {
    this.service = service;
  }

  @Override
  public void addTo(Parts parts) {
    parts.add(Operations.POINT, new SessionRoutes(service)::bind);
  }
}
