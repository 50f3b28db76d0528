package parley.topic;

import java.util.Objects;
import parley.rendering.RenderingService;
import parley.text.Text;

/**
 * The request to change a topic; null for values that stay unchanged.
 *
 * @param version the version that the edit is based on
 */
record TopicEdit(String title, String content, Long boardId, long version) {

  TopicEdit checked() {
    var text = new Text();
    var checked =
        new TopicEdit(
            text.line("title", title, 1, TopicService.TITLE_MAX),
            RenderingService.content(text, content, RenderingService.CONTENT_MAX),
            boardId,
            version);
    text.check();
    return checked;
  }

  /** This edit with what it leaves out. */
  TopicEdit completed(TopicRow topic) {
    return new TopicEdit(
        Objects.requireNonNullElse(title, topic.summary().title()),
        Objects.requireNonNullElse(content, topic.content()),
        Objects.requireNonNullElse(boardId, topic.summary().board().id()),
        version);
  }

  /**
   * Whether this complete edit changes the topic; true if it is based on another version than the
   * current one.
   */
  boolean changes(TopicRow topic) {
    var summary = topic.summary();
    return version != topic.version()
        || !title.equals(summary.title())
        || !content.equals(topic.content())
        || boardId != summary.board().id();
  }
}
