-- Finds the members who have a picture, for pictures that nobody has any more.
-- A migration that was interrupted runs again: it changes the table only where it has not done so.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.STATISTICS
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'member' AND INDEX_NAME = 'ix_member_image') = 0,
  'ALTER TABLE member ADD KEY ix_member_image (image)',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
