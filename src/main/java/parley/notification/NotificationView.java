package parley.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.member.Author;

/**
 * A notification as its member sees it.
 *
 * @param actors who caused it, the latest first; at most three
 * @param count how many notices it stands for
 * @param note what was done to the post, or null
 * @param excerpt of the post that it is about
 */
record NotificationView(
    long id,
    String kind,
    List<Author> actors,
    long count,
    Topic topic,
    @Nullable Reply reply,
    String excerpt,
    Instant createdAt,
    @Nullable Instant readAt,
    @JsonInclude(Include.NON_NULL) @Nullable Note note) {

  record Topic(long id, String title) {}

  record Reply(long id, long floor) {}
}
