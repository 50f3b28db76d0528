-- What staff did. Rows are only added. There is no foreign key: an entry outlives what it tells of.
CREATE TABLE IF NOT EXISTS audit (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  created_at   DATETIME(3)  NOT NULL,
  -- null for the command line and for the forum itself
  actor_id     BIGINT       NULL,
  action       VARCHAR(64)  NOT NULL,
  target_type  VARCHAR(32)  NOT NULL,
  target_id    BIGINT       NULL,
  network      VARCHAR(64)  NULL,
  reason       VARCHAR(500) NULL,
  details      MEDIUMTEXT   NOT NULL,
  KEY ix_audit_actor (actor_id, id),
  KEY ix_audit_action (action, id),
  KEY ix_audit_target (target_type, target_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
