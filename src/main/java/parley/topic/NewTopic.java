package parley.topic;

import parley.rendering.RenderingService;
import parley.text.Text;

/** The request to open a topic. */
record NewTopic(String title, String content, long boardId) {

  NewTopic checked() {
    var text = new Text();
    var checked =
        new NewTopic(
            text.line("title", title, 1, TopicService.TITLE_MAX),
            RenderingService.content(text, content, RenderingService.CONTENT_MAX),
            boardId);
    text.check();
    return checked;
  }
}
