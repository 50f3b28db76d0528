-- Who was put into a group. Whom a role puts into a built-in group is not stored a second time.
CREATE TABLE IF NOT EXISTS member_of_group (
  member_id  BIGINT  NOT NULL,
  group_id   BIGINT  NOT NULL,
  PRIMARY KEY (member_id, group_id),
  KEY ix_member_of_group_group (group_id, member_id),
  CONSTRAINT fk_member_of_group_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE,
  CONSTRAINT fk_member_of_group_group FOREIGN KEY (group_id) REFERENCES member_group (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
