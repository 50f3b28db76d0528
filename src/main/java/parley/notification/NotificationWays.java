package parley.notification;

/**
 * How a kind of notification reaches its member.
 *
 * @param app in the inbox
 */
record NotificationWays(boolean app) {}
