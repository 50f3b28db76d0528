package parley.board;

import org.jspecify.annotations.Nullable;

/**
 * The reference to a board in a topic.
 *
 * @param colour as {@code #rrggbb}, or null
 */
public record BoardRef(long id, String title, @Nullable String colour) {}
