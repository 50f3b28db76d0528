-- The state says it.
-- A migration that was interrupted runs again: it changes the table only where it has not done so.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.COLUMNS
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'reply' AND COLUMN_NAME = 'listed') = 1,
  'ALTER TABLE reply
     DROP KEY ix_reply_listed,
     DROP KEY ix_reply_author,
     DROP COLUMN listed',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
