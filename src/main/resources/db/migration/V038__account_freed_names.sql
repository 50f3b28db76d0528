-- A name that a member gave up rests for a while: only that member may take it again.
CREATE TABLE IF NOT EXISTS freed_name (
  username_key  VARCHAR(128) NOT NULL PRIMARY KEY,
  member_id     BIGINT       NOT NULL,
  freed_at      DATETIME(3)  NOT NULL,
  KEY ix_freed_name_member (member_id),
  KEY ix_freed_name_freed (freed_at),
  CONSTRAINT fk_freed_name_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
