package parley.topic;

import parley.rendering.RenderingService;
import parley.text.Text;

/**
 * What somebody wants to have changed of a topic; null where it stays.
 *
 * @param version the one they have seen
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
}
