-- Where posts stood before they were moved to another topic. Floor 0 is a topic's own text.
CREATE TABLE IF NOT EXISTS former_place (
  topic_id     BIGINT  NOT NULL,
  floor        BIGINT  NOT NULL,
  -- the reply that the post is now; null where it is the own text of to_topic_id
  reply_id     BIGINT  NULL,
  to_topic_id  BIGINT  NULL,
  PRIMARY KEY (topic_id, floor)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
