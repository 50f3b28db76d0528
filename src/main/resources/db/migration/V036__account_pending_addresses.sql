-- An address that a member wants instead of the present one. It counts once it is proved. Several may want the same one.
CREATE TABLE IF NOT EXISTS pending_address (
  member_id   BIGINT       NOT NULL PRIMARY KEY,
  email       VARCHAR(254) NOT NULL,
  email_key   VARCHAR(320) NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  KEY ix_pending_address_created (created_at),
  CONSTRAINT fk_pending_address_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
