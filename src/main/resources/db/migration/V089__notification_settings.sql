-- What a member has chosen for a kind; without a row it is on.
CREATE TABLE IF NOT EXISTS notification_setting (
  member_id  BIGINT       NOT NULL,
  kind       VARCHAR(16)  NOT NULL,
  app        BOOLEAN      NOT NULL DEFAULT TRUE,
  PRIMARY KEY (member_id, kind)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
