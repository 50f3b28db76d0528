-- How far each reader has read, and which process works for it until when.
CREATE TABLE IF NOT EXISTS journal_cursor (
  name             VARCHAR(64)    NOT NULL PRIMARY KEY,
  position         BIGINT         NOT NULL DEFAULT 0,
  -- when a process may claim it: at once, at the end of a wait after a failure, at the end of the lease
  next_attempt_at  DATETIME(3)    NOT NULL,
  claimed_by       CHAR(36)       NULL,
  attempts         INT            NOT NULL DEFAULT 0,
  last_error       VARCHAR(1000)  NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
