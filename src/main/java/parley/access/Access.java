package parley.access;

import parley.feature.Point;

/** Where features declare permissions. */
public final class Access {

  /** The permissions that groups can have and that do not belong to a board. */
  public static final Point<Permission> PERMISSIONS = new Point<>("permissions");

  /** The signal that a member's role, groups or sign-in state have changed. */
  public static final String MEMBER = "member";

  /** The signal that a member's sessions have changed. */
  public static final String SESSIONS = "sessions";

  /** The signal that the rights of boards or groups have changed. */
  public static final String RIGHTS = "rights";

  private Access() {}
}
