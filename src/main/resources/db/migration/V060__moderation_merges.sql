-- Topics that were merged into another one; done_at is null while replies are still to be moved.
CREATE TABLE IF NOT EXISTS topic_merge (
  topic_id    BIGINT       NOT NULL PRIMARY KEY,
  into_id     BIGINT       NOT NULL,
  merged_by   BIGINT       NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  done_at     DATETIME(3)  NULL,
  KEY ix_topic_merge_done (done_at),
  KEY ix_topic_merge_into (into_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
