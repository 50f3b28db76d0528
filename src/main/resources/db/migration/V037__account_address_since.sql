-- Since when a member has the address; an address that is not proved in time is free again. NULL before the first count.
-- A migration that was interrupted runs again: it changes the table only where it has not done so.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.COLUMNS
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'member' AND COLUMN_NAME = 'email_since') = 0,
  'ALTER TABLE member
     ADD email_since DATETIME(3) NULL,
     ADD KEY ix_member_unproved (email_verified, email_since),
     ADD KEY ix_member_role (role)',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
