package parley.topic;

import java.util.HashSet;
import java.util.Set;
import parley.paging.Page;

/** What guests' pages with topics show. */
public final class TopicTags {

  /** The lists of topics. */
  static final String LISTS = "topics";

  private TopicTags() {}

  /** The tag of everything that shows this topic's page. */
  public static String of(long topicId) {
    return "topic:" + topicId;
  }

  static Set<String> of(TopicView topic) {
    var tags = new HashSet<String>();
    tags.add(of(topic.summary().id()));
    addMembers(tags, topic.summary());
    if (topic.lock() != null && topic.lock().by() != null) {
      tags.add(topic.lock().by().tag());
    }
    topic.replies().items().forEach(reply -> tags.add(reply.author().tag()));
    return tags;
  }

  static Set<String> ofList(Page<?> page) {
    var tags = new HashSet<String>();
    tags.add(LISTS);
    page.items().forEach(item -> addMembers(tags, (TopicSummary) item));
    return tags;
  }

  private static void addMembers(Set<String> tags, TopicSummary topic) {
    tags.add(topic.author().tag());
    if (topic.lastReply() != null) {
      tags.add(topic.lastReply().author().tag());
    }
  }
}
