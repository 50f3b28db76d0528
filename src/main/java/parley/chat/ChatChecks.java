package parley.chat;

import java.util.List;
import java.util.stream.Stream;
import parley.check.Check;
import parley.rendering.RenderingChecks;

/** Compares the counters of conversations with the messages. */
public final class ChatChecks {

  private static final String UNREAD =
      """
      (SELECT COUNT(*) FROM chat_message m
        WHERE m.room_id = s.room_id AND m.id > s.last_read_id AND m.sender_id <> s.member_id)
      """;

  private static final String LAST = "(SELECT MAX(id) FROM chat_message m WHERE m.room_id = r.id)";

  private static final Check UNREAD_MESSAGES =
      Check.of(
          "unread",
          """
          SELECT CONCAT('member ', s.member_id, ' has ', s.unread, ' unread messages of ', %1$s,
            ' in room ', s.room_id)
          FROM chat_seat s WHERE s.unread <> %1$s
          """
              .formatted(UNREAD),
          "UPDATE chat_seat s SET s.unread = " + UNREAD);

  private static final Check LAST_MESSAGES =
      Check.of(
          "rooms",
          "SELECT CONCAT('room ', r.id, ' does not name its last message') FROM chat_room r"
              + " WHERE NOT (r.last_message_id <=> "
              + LAST
              + ")",
          "UPDATE chat_room r SET r.last_message_id = " + LAST);

  public static final List<Check> ALL =
      Stream.concat(
              Stream.of(UNREAD_MESSAGES, LAST_MESSAGES),
              RenderingChecks.of(ChatService.RENDERED).stream())
          .toList();

  private ChatChecks() {}
}
