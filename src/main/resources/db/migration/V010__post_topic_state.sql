-- 0 shown, 1 held, 2 hidden, 3 removed: takes the place of listed, which knew only shown and deleted.
-- A migration that was interrupted runs again: it changes the table only where it has not done so.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.COLUMNS
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'topic' AND COLUMN_NAME = 'state') = 0,
  'ALTER TABLE topic
     ADD state TINYINT NOT NULL DEFAULT 0,
     ADD KEY ix_topic_state_activity (state, active_at, id),
     ADD KEY ix_topic_board_state_activity (board_id, state, active_at, id),
     ADD KEY ix_topic_author_state (author_id, state, id)',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
