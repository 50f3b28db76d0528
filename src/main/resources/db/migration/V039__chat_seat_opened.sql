-- Whether the member opened the room, looked into it or wrote in it. Before that, the other one learns nothing of them.
-- A migration that was interrupted runs again: it changes the table only where it has not done so.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.COLUMNS
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'chat_seat' AND COLUMN_NAME = 'opened') = 0,
  'ALTER TABLE chat_seat ADD opened BOOLEAN NOT NULL DEFAULT FALSE',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
