-- Posts whose watchers are yet to be told, and how far each has come.
CREATE TABLE IF NOT EXISTS following_fan_out (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  topic_id         BIGINT       NOT NULL,
  board_id         BIGINT       NOT NULL,
  topic_author_id  BIGINT       NOT NULL,
  -- null for a new topic
  reply_id         BIGINT       NULL,
  floor            BIGINT       NOT NULL,
  author_id        BIGINT       NOT NULL,
  told_up_to       BIGINT       NOT NULL DEFAULT 0,
  created_at       DATETIME(3)  NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
