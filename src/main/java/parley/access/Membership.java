package parley.access;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import parley.member.Member;
import parley.member.Role;

/**
 * The groups that somebody is in.
 *
 * @param guest may read at most, whatever the groups may do
 * @param admin is in every group
 */
record Membership(boolean guest, boolean admin, Set<Long> groups) {

  private static final Membership GUEST = new Membership(true, false, Set.of(Group.EVERYONE));

  static Membership of(Optional<Member> member) {
    return member.map(Membership::of).orElse(GUEST);
  }

  private static Membership of(Member member) {
    var groups = new HashSet<>(member.groups());
    groups.add(Group.EVERYONE);
    groups.add(Group.MEMBERS);
    if (member.role().moderates()) {
      groups.add(Group.TRUSTED);
      groups.add(Group.MODERATORS);
    }
    return new Membership(false, member.role() == Role.ADMIN, Set.copyOf(groups));
  }

  boolean in(long group) {
    return admin || groups.contains(group);
  }

  boolean inAny(Set<Long> some) {
    return admin || some.stream().anyMatch(groups::contains);
  }
}
