package parley.topic;

import java.util.List;
import java.util.Set;
import parley.personal.PersonalData;

/** What is stored about a member's topics and replies: they stay, under the name that is left. */
final class PostData {

  static final PersonalData TOPICS =
      new PersonalData(
          "topics",
          Set.of(
              "topic.author_id",
              "topic.last_reply_author_id",
              "topic.deleted_by",
              "topic.locked_by",
              "topic_merge.merged_by"),
          """
          SELECT id, board_id AS boardId, title, content, created_at AS createdAt,
            edited_at AS editedAt
          FROM topic WHERE author_id = ? ORDER BY id
          """,
          List.of());

  static final PersonalData REPLIES =
      new PersonalData(
          "replies",
          Set.of("reply.author_id", "reply.deleted_by"),
          """
          SELECT id, topic_id AS topicId, floor, content, created_at AS createdAt,
            edited_at AS editedAt
          FROM reply WHERE author_id = ? ORDER BY id
          """,
          List.of());

  static final PersonalData MENTIONS =
      new PersonalData(
          "mentions",
          Set.of("mention.member_id"),
          """
          SELECT topic_id AS topicId, reply_id AS replyId, created_at AS createdAt
          FROM mention WHERE member_id = ? ORDER BY topic_id, reply_id
          """,
          List.of("DELETE FROM mention WHERE member_id = ?"));

  private PostData() {}
}
