-- How a topic stands in lists, and whether it takes replies. pinned: 0 no, 1 in its board, 2 in all lists.
-- A migration that was interrupted runs again: it changes the table only where it has not done so.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.COLUMNS
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'topic' AND COLUMN_NAME = 'pinned') = 0,
  'ALTER TABLE topic
     ADD pinned TINYINT NOT NULL DEFAULT 0,
     ADD locked_at DATETIME(3) NULL,
     ADD locked_by BIGINT NULL,
     ADD lock_reason VARCHAR(500) NULL,
     ADD KEY ix_topic_pinned (pinned, board_id, state)',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
