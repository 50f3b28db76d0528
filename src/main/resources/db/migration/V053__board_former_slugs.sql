-- The names that boards had in addresses, which lead to the board that has taken their place.
CREATE TABLE IF NOT EXISTS board_slug (
  slug      VARCHAR(100)  NOT NULL PRIMARY KEY,
  board_id  BIGINT        NOT NULL,
  KEY ix_board_slug_board (board_id),
  CONSTRAINT fk_board_slug_board FOREIGN KEY (board_id) REFERENCES board (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
