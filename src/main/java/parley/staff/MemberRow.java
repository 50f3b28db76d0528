package parley.staff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.member.Role;

/**
 * A member as administrators see them.
 *
 * @param groups the ids of the groups that they were put into
 */
record MemberRow(
    long id,
    String username,
    @Nullable String image,
    String email,
    MemberState state,
    Role role,
    List<Long> groups,
    long topicCount,
    long replyCount,
    Instant createdAt) {}
