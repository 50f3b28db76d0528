-- Which groups moderate a board; where a board has no row, the moderators do.
CREATE TABLE IF NOT EXISTS board_moderator (
  board_id  BIGINT  NOT NULL,
  group_id  BIGINT  NOT NULL,
  PRIMARY KEY (board_id, group_id),
  CONSTRAINT fk_board_moderator_board FOREIGN KEY (board_id) REFERENCES board (id) ON DELETE CASCADE,
  CONSTRAINT fk_board_moderator_group FOREIGN KEY (group_id) REFERENCES member_group (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
