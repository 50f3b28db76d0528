package parley.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Text;
import parley.topic.TopicService;

/** Replies that are to be a topic of their own. */
record SplitDraft(List<Long> replyIds, String title, long boardId, @Nullable String reason) {

  SplitDraft checked() {
    var text = new Text();
    var checked = text.line("title", title, 1, TopicService.TITLE_MAX);
    text.check();
    return new SplitDraft(replyIds, checked, boardId, reason);
  }
}
