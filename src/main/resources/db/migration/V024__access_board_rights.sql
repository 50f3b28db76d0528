-- Which group may see a board, reply in it and open topics in it.
ALTER TABLE board
  ADD see_group    BIGINT NOT NULL DEFAULT 1,
  ADD reply_group  BIGINT NOT NULL DEFAULT 2,
  ADD open_group   BIGINT NOT NULL DEFAULT 2,
  ADD CONSTRAINT fk_board_see_group FOREIGN KEY (see_group) REFERENCES member_group (id),
  ADD CONSTRAINT fk_board_reply_group FOREIGN KEY (reply_group) REFERENCES member_group (id),
  ADD CONSTRAINT fk_board_open_group FOREIGN KEY (open_group) REFERENCES member_group (id);
