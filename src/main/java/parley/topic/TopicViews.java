package parley.topic;

import java.util.Map;
import parley.access.Viewer;
import parley.paging.Page;
import parley.topic.ReplyRepository.ReplyRow;

/** Makes the answers for a viewer from the stored rows. */
final class TopicViews {

  private TopicViews() {}

  static TopicView topic(TopicRow topic, Page<ReplyView> replies, Viewer viewer) {
    return new TopicView(
        topic.summary(),
        topic.content(),
        topic.html(),
        topic.version(),
        topic.editedAt(),
        topic.state(),
        topic.lock(),
        PostPolicy.topic(viewer, topic.summary(), topic.state()),
        replies);
  }

  static ReplyView reply(ReplyRow reply, Viewer viewer) {
    return reply(reply, PostPolicy.reply(viewer, reply.boardId(), reply.author().id()));
  }

  static ReplyView reply(ReplyRow reply, ReplyPermissions permissions) {
    return reply(reply, permissions, Map.of());
  }

  static ReplyView reply(ReplyRow reply, Viewer viewer, Map<String, Object> facets) {
    return reply(reply, PostPolicy.reply(viewer, reply.boardId(), reply.author().id()), facets);
  }

  private static ReplyView reply(
      ReplyRow reply, ReplyPermissions permissions, Map<String, Object> facets) {
    return new ReplyView(
        reply.id(),
        reply.topicId(),
        reply.floor(),
        reply.author(),
        reply.content(),
        reply.html(),
        reply.version(),
        reply.createdAt(),
        reply.editedAt(),
        permissions,
        facets);
  }
}
