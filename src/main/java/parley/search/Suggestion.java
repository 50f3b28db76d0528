package parley.search;

import org.jspecify.annotations.Nullable;
import parley.board.BoardRef;
import parley.member.Author;
import parley.topic.TopicSummary;

/**
 * What somebody may mean who is typing.
 *
 * @param type {@code topic}, {@code member} or {@code board}
 * @param title safe HTML with marks
 */
record Suggestion(
    String type,
    @Nullable TopicSummary topic,
    @Nullable Author member,
    @Nullable BoardRef board,
    String title) {}
