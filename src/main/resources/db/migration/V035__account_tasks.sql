-- What is done about an address after its request was answered, so that neither the answer nor its time tells whether the
-- address is known.
CREATE TABLE IF NOT EXISTS account_task (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind        VARCHAR(16)  NOT NULL,
  -- who asked for it; nobody, where a password is forgotten
  member_id   BIGINT       NULL,
  email       VARCHAR(254) NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  KEY ix_account_task_member (member_id),
  CONSTRAINT fk_account_task_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
