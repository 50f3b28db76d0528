package parley.notification;

import java.util.List;

/**
 * @param unread how many are unread in all, counted up to 100
 */
record Inbox(List<NotificationView> items, long unread) {}
