package parley.access;

import parley.feature.Point;

/** Where features declare what can be permitted. */
public final class Access {

  /** Each thing that a group can be permitted to do and that belongs to no board. */
  public static final Point<Permission> PERMISSIONS = new Point<>("permissions");

  /** Says that a member's role or groups, or whether they are signed in, are others. */
  public static final String MEMBER = "member";

  /** Says that a member's sessions have changed. */
  public static final String SESSIONS = "sessions";

  /** Says that the rights of boards or groups are others. */
  public static final String RIGHTS = "rights";

  private Access() {}
}
