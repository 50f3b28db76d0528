package parley.staff;

import parley.access.AccessService;
import parley.audit.AuditService;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.http.Operations;
import parley.member.MemberEvents;

/** Members as administrators see them, and their roles. */
public final class Staff implements Feature {

  private final StaffRoutes routes;

  public Staff(Ground ground, AccessService access, AuditService audit) {
    var events = new MemberEvents(ground.vertx().eventBus());
    this.routes = new StaffRoutes(new StaffService(ground.database(), access, audit, events));
  }

  @Override
  public void addTo(Parts parts) {
    parts.add(Operations.POINT, routes::bind);
  }
}
