-- What was deleted is erased after a while: this finds it.
-- A migration that was interrupted runs again: it changes the table only where it has not done so.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.STATISTICS
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'reply' AND INDEX_NAME = 'ix_reply_deleted') = 0,
  'ALTER TABLE reply ADD KEY ix_reply_deleted (deleted_at)',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
