package parley.audit;

import java.util.List;
import java.util.Set;
import parley.access.Access;
import parley.feature.Feature;
import parley.feature.Parts;
import parley.http.Operations;
import parley.personal.PersonalData;

/** The log of what staff did. */
public final class Audit implements Feature {

  /**
   * Nothing is erased: an entry has only ids, which identify no person once the account is
   * anonymous.
   */
  private static final PersonalData DATA =
      new PersonalData(
          "audit",
          Set.of("audit.actor_id"),
          """
          SELECT action, target_type AS targetType, target_id AS targetId, reason,
            created_at AS createdAt
          FROM audit WHERE actor_id = ? ORDER BY id
          """,
          List.of());

  private final AuditRoutes routes;

  public Audit(AuditService service) {
    this.routes = new AuditRoutes(service);
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(Access.PERMISSIONS, AuditRoutes.READ)
        .add(Operations.POINT, routes::bind)
        .add(PersonalData.POINT, DATA);
  }
}
