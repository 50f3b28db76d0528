-- What has changed, for readers that must not miss it: written in the transaction of the change. The subject is the id
-- of what has changed, the data are JSON.
CREATE TABLE IF NOT EXISTS journal (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  type        VARCHAR(64)  NOT NULL,
  subject     BIGINT       NOT NULL,
  data        MEDIUMTEXT   NOT NULL,
  created_at  DATETIME(3)  NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
