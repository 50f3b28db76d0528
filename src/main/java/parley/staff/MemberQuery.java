package parley.staff;

import java.util.Optional;
import java.util.OptionalLong;
import parley.member.Role;

/**
 * Which members are wanted; what is empty does not count.
 *
 * @param text the beginning of a name or of an address
 */
record MemberQuery(
    Optional<String> text, Optional<Role> role, Optional<MemberState> state, OptionalLong group) {}
