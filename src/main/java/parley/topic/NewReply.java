package parley.topic;

import parley.rendering.RenderingService;
import parley.text.Text;

/** The request to write a reply. */
record NewReply(long topicId, String content) {

  NewReply checked() {
    var text = new Text();
    var checked =
        new NewReply(
            topicId, RenderingService.content(text, content, RenderingService.CONTENT_MAX));
    text.check();
    return checked;
  }
}
