package parley.chat;

/**
 * A message that has just been stored.
 *
 * @param previousId the id of the previous message in the room; 0 for the first
 * @param senderUnread the sender's number of unread messages in the room
 * @param otherUnread the other member's number of unread messages, including this one
 */
record StoredMessage(
    Message message, long previousId, long otherId, long senderUnread, long otherUnread) {}
