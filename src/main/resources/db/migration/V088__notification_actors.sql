-- Who caused a notification.
CREATE TABLE IF NOT EXISTS notification_actor (
  notification_id  BIGINT       NOT NULL,
  actor_id         BIGINT       NOT NULL,
  created_at       DATETIME(3)  NOT NULL,
  PRIMARY KEY (notification_id, actor_id),
  KEY ix_notification_actor (actor_id),
  CONSTRAINT fk_notification_actor FOREIGN KEY (notification_id) REFERENCES notification (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
