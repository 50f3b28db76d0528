package parley.group;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group.
 *
 * @param permissions what it may do beyond the defaults
 * @param members how many members were put into it; whom a role includes is not counted
 */
record GroupView(
    long id,
    String name,
    @Nullable String colour,
    boolean builtIn,
    List<String> permissions,
    long members) {}
