package parley.topic;

import parley.rendering.RenderingService;
import parley.text.Text;

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
}
