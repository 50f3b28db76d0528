package parley.search.index;

import java.time.Instant;
import java.util.List;

/**
 * Something as it is to be found.
 *
 * @param topicId of topics and their replies; else 0
 * @param boardId of topics and their replies; else 0
 * @param authorId who wrote it
 * @param parties who may find it, of messages; else empty
 * @param title of topics; the name of members; else empty
 * @param html the text
 */
public record Item(
    Kind kind,
    long id,
    long topicId,
    long boardId,
    long authorId,
    List<Long> parties,
    String title,
    String html,
    Instant createdAt) {}
