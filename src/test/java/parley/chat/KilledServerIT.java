package parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.ChildForum;
import parley.Forum;

/** A conversation that goes on while its server is killed. */
class KilledServerIT {

  private static final int MESSAGES = 1_000;
  private static final Map<String, String> SETTINGS =
      Map.of(
          "PARLEY_SESSION_KEY",
          Base64.getEncoder().encodeToString(new byte[32]),
          "PARLEY_BRIDGE_FRAMES_PER_SECOND",
          "10000");

  @Test
  void nothingIsLostDoubledOrOutOfOrderAcrossTwoKills() {
    try (var forum = Forum.with(SETTINGS);
        var server = ChildForum.start(SETTINGS)) {
      var chat = Conversation.in(forum);
      var vertx = forum.vertx();
      try (var reader = new Reader(vertx, server.port(), chat.ben().token(), chat.roomId());
          var writer =
              new Writer(vertx, server.port(), chat.ann().token(), chat.roomId(), MESSAGES)) {
        reader.start();
        writer.start();
        within(() -> writer.answered() >= MESSAGES / 4);
        server.killAndStart();
        within(() -> writer.answered() >= MESSAGES / 2);
        server.killAndStart();
        within(() -> writer.answered() == MESSAGES);
        within(() -> reader.heard().size() >= MESSAGES);

        assertThat(reader.heard()).isEqualTo(allInOrder());
        assertThat(stored(forum, chat)).isEqualTo(allInOrder());
      }
    }
  }

  private static void within(BooleanSupplier condition) {
    await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
  }

  private static List<String> allInOrder() {
    return IntStream.rangeClosed(1, MESSAGES).mapToObj(Integer::toString).toList();
  }

  private static List<String> stored(Forum forum, Conversation chat) {
    var sql =
        """
        SELECT m.content FROM chat_message m JOIN chat_room r ON r.id = m.room_id
        WHERE r.uuid = ? ORDER BY m.id
        """;
    return forum.sql(sql, chat.roomId()).stream()
        .map((JsonObject row) -> row.getString("content"))
        .toList();
  }
}
