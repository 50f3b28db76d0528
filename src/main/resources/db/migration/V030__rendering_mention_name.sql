-- Which member a name in a text means, since the text was written: names can change hands. source is the table of the
-- text, name the folded name as the text has it.
CREATE TABLE IF NOT EXISTS mention_name (
  source     VARCHAR(64)   NOT NULL,
  source_id  BIGINT        NOT NULL,
  name       VARCHAR(128)  NOT NULL,
  member_id  BIGINT        NOT NULL,
  PRIMARY KEY (source, source_id, name),
  KEY ix_mention_name_member (member_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
