package parley.topic;

import parley.rendering.RenderingService;
import parley.text.Text;
import parley.topic.ReplyRepository.ReplyRow;

/**
 * Another text for a reply.
 *
 * @param version the one its author has seen
 */
record ReplyEdit(String content, long version) {

  ReplyEdit checked() {
    var text = new Text();
    var checked =
        new ReplyEdit(
            RenderingService.content(text, content, RenderingService.CONTENT_MAX), version);
    text.check();
    return checked;
  }

  /**
   * Whether the edit changes the reply; true if the edit is based on another version than the
   * current one.
   */
  boolean changes(ReplyRow reply) {
    return version != reply.version() || !content.equals(reply.content());
  }
}
