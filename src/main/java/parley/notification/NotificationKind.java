package parley.notification;

/**
 * A kind of notification, declared by the feature that gives it.
 *
 * @param name in the database and in answers, such as {@code like}; at most 16 letters
 * @param oncePerActor whether one member causes it only once for each post, however often they do
 *     and undo it
 */
public record NotificationKind(String name, boolean oncePerActor) {}
