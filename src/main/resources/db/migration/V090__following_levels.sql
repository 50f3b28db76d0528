-- Who watches (1) and who mutes (-1) what. kind: 0 a topic, 1 a board.
CREATE TABLE IF NOT EXISTS following (
  member_id  BIGINT   NOT NULL,
  kind       TINYINT  NOT NULL,
  target_id  BIGINT   NOT NULL,
  level      TINYINT  NOT NULL,
  PRIMARY KEY (member_id, kind, target_id),
  KEY ix_following_target (kind, target_id, level, member_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
