-- The key of the request that wrote it, and a digest of what was sent: the same request again writes nothing.
-- A migration that was interrupted runs again: it changes the table only where it has not done so.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.COLUMNS
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'reply' AND COLUMN_NAME = 'request_key') = 0,
  'ALTER TABLE reply
     ADD request_key CHAR(36) NULL,
     ADD request_digest BINARY(32) NULL,
     ADD UNIQUE KEY uq_reply_request (author_id, request_key)',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
