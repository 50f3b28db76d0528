-- What a group may do beyond the defaults of the permissions; the names are those in the code.
CREATE TABLE IF NOT EXISTS group_permission (
  group_id    BIGINT       NOT NULL,
  permission  VARCHAR(64)  NOT NULL,
  PRIMARY KEY (group_id, permission),
  CONSTRAINT fk_group_permission_group FOREIGN KEY (group_id) REFERENCES member_group (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
