-- The common subset of MySQL 8 and MariaDB 10.6. Times are UTC and come from the application. Keys named *_key are
-- folded by the application (NFKC, lower case), so that the collation can be the exact one everywhere.

CREATE TABLE member (
  id                BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  username          VARCHAR(32)  NOT NULL,
  username_key      VARCHAR(128) NOT NULL,
  email             VARCHAR(254) NOT NULL,
  email_key         VARCHAR(320) NOT NULL,
  email_verified    BOOLEAN      NOT NULL DEFAULT FALSE,
  password_hash     VARCHAR(255) NOT NULL,
  -- a session of an older version is over: see decision 002
  password_version  INT          NOT NULL DEFAULT 1,
  role              VARCHAR(16)  NOT NULL DEFAULT 'member',
  image             VARCHAR(100) NULL,
  signature         VARCHAR(500) NOT NULL DEFAULT '',
  topic_count       BIGINT       NOT NULL DEFAULT 0,
  reply_count       BIGINT       NOT NULL DEFAULT 0,
  created_at        DATETIME(3)  NOT NULL,
  UNIQUE KEY uq_member_username (username_key),
  UNIQUE KEY uq_member_email (email_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE one_time_token (
  token_hash  BINARY(32)   NOT NULL PRIMARY KEY,
  purpose     VARCHAR(16)  NOT NULL,
  member_id   BIGINT       NOT NULL,
  email       VARCHAR(254) NOT NULL,
  expires_at  DATETIME(3)  NOT NULL,
  KEY ix_one_time_token_member (member_id, purpose),
  KEY ix_one_time_token_expiry (expires_at),
  CONSTRAINT fk_one_time_token_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE board (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  position     INT          NOT NULL,
  title        VARCHAR(100) NOT NULL,
  slug         VARCHAR(100) NOT NULL,
  description  VARCHAR(500) NOT NULL,
  topic_count  BIGINT       NOT NULL DEFAULT 0,
  reply_count  BIGINT       NOT NULL DEFAULT 0,
  UNIQUE KEY uq_board_slug (slug)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE topic (
  id                    BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  board_id              BIGINT       NOT NULL,
  author_id             BIGINT       NOT NULL,
  title                 VARCHAR(200) NOT NULL,
  content               MEDIUMTEXT   NOT NULL,
  html                  MEDIUMTEXT   NOT NULL,
  html_version          INT          NOT NULL,
  version               BIGINT       NOT NULL DEFAULT 1,
  created_at            DATETIME(3)  NOT NULL,
  edited_at             DATETIME(3)  NULL,
  deleted_at            DATETIME(3)  NULL,
  deleted_by            BIGINT       NULL,
  views                 BIGINT       NOT NULL DEFAULT 0,
  reply_count           BIGINT       NOT NULL DEFAULT 0,
  -- the highest floor ever given; never goes down
  last_floor            BIGINT       NOT NULL DEFAULT 0,
  last_reply_at         DATETIME(3)  NULL,
  last_reply_author_id  BIGINT       NULL,
  active_at             DATETIME(3)  NOT NULL,
  -- 1 while it is shown, NULL once deleted: keeps the deleted out of the lists' indexes
  listed                TINYINT      NULL DEFAULT 1,
  KEY ix_topic_activity (listed, active_at, id),
  KEY ix_topic_board_activity (board_id, listed, active_at, id),
  KEY ix_topic_author (author_id, listed, id),
  KEY ix_topic_html_version (html_version),
  CONSTRAINT fk_topic_board FOREIGN KEY (board_id) REFERENCES board (id),
  CONSTRAINT fk_topic_author FOREIGN KEY (author_id) REFERENCES member (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE reply (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  topic_id      BIGINT       NOT NULL,
  floor         BIGINT       NOT NULL,
  author_id     BIGINT       NOT NULL,
  content       MEDIUMTEXT   NOT NULL,
  html          MEDIUMTEXT   NOT NULL,
  html_version  INT          NOT NULL,
  version       BIGINT       NOT NULL DEFAULT 1,
  created_at    DATETIME(3)  NOT NULL,
  edited_at     DATETIME(3)  NULL,
  deleted_at    DATETIME(3)  NULL,
  deleted_by    BIGINT       NULL,
  listed        TINYINT      NULL DEFAULT 1,
  UNIQUE KEY uq_reply_floor (topic_id, floor),
  KEY ix_reply_listed (topic_id, listed, floor),
  KEY ix_reply_author (author_id, listed, id),
  KEY ix_reply_html_version (html_version),
  CONSTRAINT fk_reply_topic FOREIGN KEY (topic_id) REFERENCES topic (id),
  CONSTRAINT fk_reply_author FOREIGN KEY (author_id) REFERENCES member (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who has been told of a mention: once a post and member. reply_id 0 is the topic's own text.
CREATE TABLE mention (
  topic_id    BIGINT       NOT NULL,
  reply_id    BIGINT       NOT NULL,
  member_id   BIGINT       NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  PRIMARY KEY (topic_id, reply_id, member_id),
  KEY ix_mention_member (member_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE chat_room (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uuid             CHAR(36)     NOT NULL,
  -- its two members, the lower id first: one room a pair
  low_member_id    BIGINT       NOT NULL,
  high_member_id   BIGINT       NOT NULL,
  last_message_id  BIGINT       NULL,
  created_at       DATETIME(3)  NOT NULL,
  UNIQUE KEY uq_chat_room_uuid (uuid),
  UNIQUE KEY uq_chat_room_pair (low_member_id, high_member_id),
  CONSTRAINT fk_chat_room_low FOREIGN KEY (low_member_id) REFERENCES member (id),
  CONSTRAINT fk_chat_room_high FOREIGN KEY (high_member_id) REFERENCES member (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE chat_seat (
  room_id       BIGINT  NOT NULL,
  member_id     BIGINT  NOT NULL,
  last_read_id  BIGINT  NOT NULL DEFAULT 0,
  unread        BIGINT  NOT NULL DEFAULT 0,
  PRIMARY KEY (room_id, member_id),
  KEY ix_chat_seat_member (member_id, room_id),
  CONSTRAINT fk_chat_seat_room FOREIGN KEY (room_id) REFERENCES chat_room (id),
  CONSTRAINT fk_chat_seat_member FOREIGN KEY (member_id) REFERENCES member (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE chat_message (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  room_id       BIGINT       NOT NULL,
  sender_id     BIGINT       NOT NULL,
  -- given by the client: sent again, the message is stored once
  client_id     CHAR(36)     NOT NULL,
  content       TEXT         NOT NULL,
  html          MEDIUMTEXT   NOT NULL,
  html_version  INT          NOT NULL,
  created_at    DATETIME(3)  NOT NULL,
  UNIQUE KEY uq_chat_message_client (room_id, sender_id, client_id),
  KEY ix_chat_message_room (room_id, id),
  KEY ix_chat_message_html_version (html_version),
  CONSTRAINT fk_chat_message_room FOREIGN KEY (room_id) REFERENCES chat_room (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A mail that is to be sent, written in the transaction of what causes it.
CREATE TABLE mail (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  message_id       CHAR(36)     NOT NULL,
  kind             VARCHAR(32)  NOT NULL,
  member_id        BIGINT       NULL,
  recipient        VARCHAR(254) NOT NULL,
  data             MEDIUMTEXT   NOT NULL,
  state            VARCHAR(16)  NOT NULL DEFAULT 'queued',
  attempts         INT          NOT NULL DEFAULT 0,
  next_attempt_at  DATETIME(3)  NOT NULL,
  last_error       VARCHAR(1000) NULL,
  created_at       DATETIME(3)  NOT NULL,
  UNIQUE KEY uq_mail_message (message_id),
  KEY ix_mail_due (state, next_attempt_at),
  KEY ix_mail_member (member_id, created_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
