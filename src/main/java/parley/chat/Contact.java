package parley.chat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.member.Author;

/**
 * A member who shares a room with this member.
 *
 * @param lastMessage null if the room has no messages
 */
public record Contact(
    UUID roomId, Author user, @Nullable Message lastMessage, long unread, boolean online) {

  Contact with(boolean isOnline) {
    return new Contact(roomId, user, lastMessage, unread, isOnline);
  }
}
