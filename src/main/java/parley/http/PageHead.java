package parley.http;

/**
 * What the HTML of a page of the client says about it before a script runs: for search engines,
 * previews of links and the browser's tab.
 *
 * @param title without the forum's name
 * @param description some words about it; may be empty
 */
public record PageHead(String title, String description) {}
