package parley.member;

import parley.journal.EntryType;

/** The journal's entries about members. The subject of an entry is the member's id. */
public final class MemberEntries {

  /**
   * A change of a member.
   *
   * @param own whether the member has done it
   */
  public record Changed(boolean own) {}

  public static final EntryType<Changed> REGISTERED =
      new EntryType<>("member.registered", Changed.class);

  /** The name, or something else that others see. */
  public static final EntryType<Changed> CHANGED = new EntryType<>("member.changed", Changed.class);

  private MemberEntries() {}
}
