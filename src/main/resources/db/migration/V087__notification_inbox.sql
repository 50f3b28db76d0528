-- What members are told. Unread ones of one kind and group are one row with a count of events.
CREATE TABLE IF NOT EXISTS notification (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id   BIGINT       NOT NULL,
  kind        VARCHAR(16)  NOT NULL,
  topic_id    BIGINT       NOT NULL,
  -- null for the topic's own text; of several the first
  reply_id    BIGINT       NULL,
  floor       BIGINT       NOT NULL,
  -- kind and group; null once it is read, so that what comes then is a new row
  group_key   VARCHAR(60)  NULL,
  events      BIGINT       NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  read_at     DATETIME(3)  NULL,
  UNIQUE KEY uq_notification_group (member_id, group_key),
  KEY ix_notification_member (member_id, created_at, id),
  KEY ix_notification_unread (member_id, read_at),
  KEY ix_notification_topic (member_id, topic_id),
  KEY ix_notification_created (created_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
