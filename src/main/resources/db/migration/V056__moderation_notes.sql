-- There is no foreign key: notifications have a later migration.
-- What a moderator did to a post, for its author's inbox: with the text, which they no longer find anywhere else.
CREATE TABLE IF NOT EXISTS notification_note (
  notification_id  BIGINT        NOT NULL PRIMARY KEY,
  action           VARCHAR(32)   NOT NULL,
  reason           VARCHAR(500)  NULL,
  content          MEDIUMTEXT    NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
