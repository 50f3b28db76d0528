-- Who may do what is said for groups. Those built in have fixed ids and contain each other: everyone (1) the members (2),
-- they the trusted (3), they the moderators (4), they the administrators (5). An administrator is in every group.
CREATE TABLE IF NOT EXISTS member_group (
  id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name      VARCHAR(50)  NOT NULL,
  -- folded as every key is
  name_key  VARCHAR(200) NOT NULL,
  colour    VARCHAR(16)  NULL,
  built_in  BOOLEAN      NOT NULL DEFAULT FALSE,
  UNIQUE KEY uq_member_group_name (name_key)
) AUTO_INCREMENT = 100 DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
