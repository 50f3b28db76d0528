-- A mail's way: queued -> sending -> sent, or back to queued after a failure that may pass, or failed; skipped where it
-- must not be sent (last_error says why).
ALTER TABLE mail
  -- when it is looked at next: its first attempt, the end of a wait, the end of a lease; NULL once it is done
  MODIFY next_attempt_at DATETIME(3) NULL,
  -- the claim under which it is being sent: who has lost it to another can no longer settle it
  ADD claimed_by CHAR(36) NULL,
  ADD sent_at DATETIME(3) NULL,
  -- when it was queued last: limits and giving up count from here
  ADD queued_at DATETIME(3) NULL,
  -- the member whose post it tells of
  ADD caused_by BIGINT NULL,
  DROP KEY ix_mail_due,
  ADD KEY ix_mail_due (next_attempt_at, id),
  ADD KEY ix_mail_state (state, id),
  ADD KEY ix_mail_recipient (recipient, kind, queued_at),
  ADD KEY ix_mail_cause (caused_by, queued_at),
  ADD KEY ix_mail_created (created_at);

UPDATE mail SET queued_at = created_at;

ALTER TABLE mail MODIFY queued_at DATETIME(3) NOT NULL;

ALTER TABLE member
  ADD language VARCHAR(16) NOT NULL DEFAULT 'en',
  ADD mention_mails BOOLEAN NOT NULL DEFAULT TRUE;
