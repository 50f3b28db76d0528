-- What others may see of a member, and who may write to them. Without a row the defaults hold.
CREATE TABLE IF NOT EXISTS chat_preference (
  member_id      BIGINT      NOT NULL PRIMARY KEY,
  show_presence  BOOLEAN     NOT NULL DEFAULT TRUE,
  -- everyone, known (members this member wrote to) or nobody
  messages_from  VARCHAR(16) NOT NULL DEFAULT 'everyone',
  CONSTRAINT fk_chat_preference_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
