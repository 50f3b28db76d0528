-- How many likes a post has, changed in the transaction of each like.
CREATE TABLE IF NOT EXISTS post_likes (
  kind     TINYINT  NOT NULL,
  post_id  BIGINT   NOT NULL,
  likes    BIGINT   NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, post_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
