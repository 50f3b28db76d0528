-- Which group may see a board, reply in it and open topics in it.
-- A migration that was interrupted runs again: it changes the table only where it has not done so.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.COLUMNS
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'board' AND COLUMN_NAME = 'see_group') = 0,
  'ALTER TABLE board
     ADD see_group    BIGINT NOT NULL DEFAULT 1,
     ADD reply_group  BIGINT NOT NULL DEFAULT 2,
     ADD open_group   BIGINT NOT NULL DEFAULT 2,
     ADD CONSTRAINT fk_board_see_group FOREIGN KEY (see_group) REFERENCES member_group (id),
     ADD CONSTRAINT fk_board_reply_group FOREIGN KEY (reply_group) REFERENCES member_group (id),
     ADD CONSTRAINT fk_board_open_group FOREIGN KEY (open_group) REFERENCES member_group (id)',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
