package parley.board;

import org.jspecify.annotations.Nullable;

/**
 * A board: a section of the forum that contains topics.
 *
 * @param colour as {@code #rrggbb}, or null
 * @param parentId the board that it is shown below, or null
 * @param archived can be read, and nothing new is written
 */
public record Board(
    long id,
    String title,
    String slug,
    String description,
    long topicCount,
    long replyCount,
    @Nullable String colour,
    BoardKind kind,
    int position,
    @Nullable Long parentId,
    boolean archived) {}
