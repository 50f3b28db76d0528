-- What administrators say of a board, and whether it is being merged into another one.
-- A migration that was interrupted runs again: it changes the table only where it has not done so.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.COLUMNS
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'board' AND COLUMN_NAME = 'kind') = 0,
  'ALTER TABLE board
     ADD colour        VARCHAR(16)  NULL,
     ADD kind          VARCHAR(16)  NOT NULL DEFAULT ''discussion'',
     ADD parent_id     BIGINT       NULL,
     ADD archived      BOOLEAN      NOT NULL DEFAULT FALSE,
     ADD deleting      BOOLEAN      NOT NULL DEFAULT FALSE,
     ADD merging_into  BIGINT       NULL,
     ADD merge_total   BIGINT       NOT NULL DEFAULT 0,
     ADD deleted_by    BIGINT       NULL,
     ADD drained_at    BIGINT       NULL,
     ADD CONSTRAINT fk_board_parent FOREIGN KEY (parent_id) REFERENCES board (id),
     ADD CONSTRAINT fk_board_merging_into FOREIGN KEY (merging_into) REFERENCES board (id)',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
