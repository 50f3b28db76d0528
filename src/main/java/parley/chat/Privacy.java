package parley.chat;

/**
 * A member's privacy settings.
 *
 * @param showPresence whether others see that the member is online
 */
record Privacy(boolean showPresence, MessagesFrom messagesFrom) {

  static final Privacy DEFAULT = new Privacy(true, MessagesFrom.EVERYONE);

  /** A change; null for what stays. */
  record Change(Boolean showPresence, MessagesFrom messagesFrom) {

    Privacy of(Privacy before) {
      return new Privacy(
          showPresence == null ? before.showPresence() : showPresence,
          messagesFrom == null ? before.messagesFrom() : messagesFrom);
    }
  }
}
