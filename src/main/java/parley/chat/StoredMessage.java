package parley.chat;

/**
 * A message that has just been stored.
 *
 * @param previousId of the message before it in the room; 0 for the first
 * @param senderUnread what its sender has not read in the room
 * @param otherUnread what the other one has not read there, with this message
 */
record StoredMessage(
    Message message, long previousId, long otherId, long senderUnread, long otherUnread) {}
