package parley.chat;

import java.util.UUID;
import parley.member.Author;

/**
 * Somebody whom a member has a room with.
 *
 * @param lastMessage null while nothing has been said
 */
public record Contact(UUID roomId, Author user, Message lastMessage, long unread, boolean online) {

  Contact with(boolean isOnline) {
    return new Contact(roomId, user, lastMessage, unread, isOnline);
  }
}
