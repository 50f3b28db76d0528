package parley.access;

/**
 * The ids of the groups that are built in. They contain each other: everyone the members, they the
 * trusted, they the moderators, they the administrators. Groups of the forum's own stand beside
 * them; administrators are in every group.
 */
public final class Group {

  /** Guests too. */
  public static final long EVERYONE = 1;

  public static final long MEMBERS = 2;

  /** The members who were put into it, and the moderators. */
  public static final long TRUSTED = 3;

  public static final long MODERATORS = 4;
  public static final long ADMINS = 5;

  private Group() {}
}
