package parley.chat;

import java.util.List;
import java.util.Set;
import parley.personal.PersonalData;

/**
 * The stored data of a member's conversations: messages stay after erasure, because the other
 * member has read them.
 */
final class ChatData {

  static final PersonalData MESSAGES =
      new PersonalData(
          "messages",
          Set.of("chat_message.sender_id"),
          """
          SELECT m.id, r.uuid AS roomId, m.content, m.created_at AS createdAt
          FROM chat_message m JOIN chat_room r ON r.id = m.room_id
          WHERE m.sender_id = ? ORDER BY m.id
          """,
          List.of());

  static final PersonalData ROOMS =
      new PersonalData(
          "rooms",
          Set.of("chat_room.low_member_id", "chat_room.high_member_id", "chat_seat.member_id"),
          """
          SELECT uuid AS roomId, IF(low_member_id = ?, high_member_id, low_member_id) AS userId,
            created_at AS createdAt
          FROM chat_room WHERE low_member_id = ? OR high_member_id = ? ORDER BY id
          """,
          List.of());

  static final PersonalData PREFERENCES =
      new PersonalData(
          "privacy",
          Set.of("chat_preference.member_id"),
          """
          SELECT show_presence AS showPresence, messages_from AS messagesFrom
          FROM chat_preference WHERE member_id = ?
          """,
          List.of("DELETE FROM chat_preference WHERE member_id = ?"));

  private ChatData() {}
}
