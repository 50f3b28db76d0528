-- How many shown topics of a board had their last activity on a day (UTC): a deep page of the topic list finds its first
-- row by it, without reading all that come before. Changed in the transaction that changes a topic's activity.
CREATE TABLE topic_day (
  board_id  BIGINT  NOT NULL,
  day       DATE    NOT NULL,
  topics    BIGINT  NOT NULL,
  PRIMARY KEY (board_id, day),
  KEY ix_topic_day_day (day, topics),
  CONSTRAINT fk_topic_day_board FOREIGN KEY (board_id) REFERENCES board (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO topic_day (board_id, day, topics)
SELECT board_id, DATE(active_at), COUNT(*) FROM topic WHERE listed = 1 GROUP BY board_id, DATE(active_at);
