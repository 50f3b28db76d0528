-- 0 shown, 1 held, 2 hidden, 3 removed, as for topics.
-- A migration that was interrupted runs again: it changes the table only where it has not done so.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.COLUMNS
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'reply' AND COLUMN_NAME = 'state') = 0,
  'ALTER TABLE reply
     ADD state TINYINT NOT NULL DEFAULT 0,
     ADD KEY ix_reply_state (topic_id, state, floor),
     ADD KEY ix_reply_author_state (author_id, state, id)',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
