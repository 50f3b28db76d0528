package parley.staff;

import io.vertx.core.Future;
import java.util.Optional;
import parley.access.AccessService;
import parley.access.Viewer;
import parley.audit.AuditService;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.http.ClientPage;
import parley.http.Operations;
import parley.http.PageHead;
import parley.http.Pages;
import parley.member.MemberEvents;
import parley.session.SessionService;

/** Members as administrators see them, and their roles. */
public final class Staff implements Feature {

  private final AccessService access;
  private final StaffRoutes routes;

  public Staff(Ground ground, AccessService access, SessionService sessions, AuditService audit) {
    var events = new MemberEvents(ground.vertx().eventBus());
    this.access = access;
    this.routes =
        new StaffRoutes(new StaffService(ground.database(), access, sessions, audit, events));
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(Operations.POINT, routes::bind)
        .add(
            Pages.CHECKED, ClientPage.personal("/admin(|/[a-z]+)", (viewer, path) -> head(viewer)));
  }

  /** For all but the staff there is no such page. */
  private Future<Optional<PageHead>> head(Viewer viewer) {
    return Future.succeededFuture(
        access.isStaff(viewer)
            ? Optional.of(new PageHead("Administration", ""))
            : Optional.empty());
  }
}
