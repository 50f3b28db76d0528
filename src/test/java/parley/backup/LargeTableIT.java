package parley.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeTableIT {

  @Test
  void aTableMayBeLargerThanTheMemory() throws Exception {
    try (var forum = OwnDatabase.migrated()) {
      forum.sql(
          "SET foreign_key_checks = 0",
          "INSERT INTO reply (topic_id, floor, author_id, content, html, html_version, created_at)"
              + " SELECT 1, seq, 1, REPEAT(CHAR(32 + seq % 90), 500), REPEAT(SHA1(seq), 50), 1, NOW()"
              + " FROM seq_1_to_40000");
      assertThat(ChildRestore.run(forum, "whole", "-Xmx32m", "-XX:+UseSerialGC")).isZero();
      assertThat(forum.number("SELECT SUM(LENGTH(html)) FROM reply")).isEqualTo(40_000 * 2000);
    }
  }
}
