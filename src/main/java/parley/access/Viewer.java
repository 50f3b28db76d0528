package parley.access;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.access.Rights.VisibleBoards;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.Member;
import parley.member.Role;

/**
 * Who reads or writes: a guest or a member, with what they may do and which boards they see. Every
 * read takes one. It is made for a request, and for a connection, where {@link
 * AccessService#renewed} keeps it up to date.
 */
public final class Viewer {

  private final Optional<Member> member;
  private final Membership membership;
  private final Rights rights;
  private final VisibleBoards boards;

  Viewer(Optional<Member> member, Rights rights) {
    this.member = member;
    this.membership = Membership.of(member);
    this.rights = rights;
    this.boards = rights.of(membership);
  }

  /** Empty for a guest. */
  public Optional<Member> member() {
    return member;
  }

  /** Fails with UNAUTHENTICATED for a guest. */
  public Member signedIn() {
    return member.orElseThrow(() -> ForumException.of(Kind.UNAUTHENTICATED, "Please sign in."));
  }

  /** Whether this is the member with this id. */
  public boolean is(long memberId) {
    return member.isPresent() && member.get().id() == memberId;
  }

  /** A board that is not seen does not exist for this viewer. */
  public boolean sees(long boardId) {
    return boards.permissions().containsKey(boardId);
  }

  /** What may be done in a board; nothing where it is not seen or does not exist. */
  public BoardPermissions in(long boardId) {
    return boards.permissions().getOrDefault(boardId, BoardPermissions.NONE);
  }

  /** The boards that lists and counts are read from. */
  public BoardScope boards() {
    return boards.scope();
  }

  /** One board, where it is given; else all that are seen. */
  public BoardScope boards(OptionalLong boardId) {
    return boardId.isPresent() ? BoardScope.of(List.of(boardId.getAsLong())) : boards.scope();
  }

  public boolean may(Permission permission) {
    return rights.permits(membership, permission);
  }

  /** Fails with UNAUTHENTICATED for a guest, with FORBIDDEN for a member who may not. */
  public void require(Permission permission) {
    signedIn();
    if (!may(permission)) {
      throw ForumException.of(Kind.FORBIDDEN, "You may not do this.");
    }
  }

  /**
   * For what nobody else can be given the right to. Fails with UNAUTHENTICATED for a guest, with
   * FORBIDDEN for a member who is no administrator.
   */
  public void requireAdmin() {
    if (signedIn().role() != Role.ADMIN) {
      throw ForumException.of(Kind.FORBIDDEN, "Only administrators may do this.");
    }
  }

  boolean isOf(Rights others) {
    return rights == others;
  }

  /** Whether somebody else sees and may do the same in all boards. */
  public boolean hasSameBoards(Viewer other) {
    return boards.permissions().equals(other.boards.permissions());
  }
}
