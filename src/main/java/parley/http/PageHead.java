package parley.http;

/**
 * The title and description in the HTML of a client page, for search engines, link previews and the
 * browser's tab.
 *
 * @param title without the forum's name
 * @param description some words about it; may be empty
 */
public record PageHead(String title, String description) {}
