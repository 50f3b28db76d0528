package parley.access;

/**
 * Something that members may be allowed to do and that belongs to no board.
 *
 * @param name in the database and in answers, such as {@code mails}
 * @param group who may by default, the id of a built-in group; other groups may be given it
 */
public record Permission(String name, long group) {}
