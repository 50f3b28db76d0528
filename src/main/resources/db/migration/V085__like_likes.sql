-- Who likes which post. kind: 0 a topic's own text, 1 a reply; post_id is the id of the topic or reply.
CREATE TABLE IF NOT EXISTS post_like (
  kind        TINYINT      NOT NULL,
  post_id     BIGINT       NOT NULL,
  member_id   BIGINT       NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  PRIMARY KEY (kind, post_id, member_id),
  KEY ix_post_like_member (member_id, created_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
