package parley.group;

import parley.access.AccessService;
import parley.audit.AuditService;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.http.Operations;
import parley.member.MemberService;

/** The groups of members, which rights are given to. */
public final class Groups implements Feature {

  private final GroupRoutes routes;

  public Groups(Ground ground, AccessService access, AuditService audit, MemberService members) {
    this.routes = new GroupRoutes(new GroupService(ground.database(), access, audit, members));
  }

  @Override
  public void addTo(Parts parts) {
    parts.add(Operations.POINT, routes::bind);
  }
}
