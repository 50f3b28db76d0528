package parley.rendering;

/**
 * A table of texts with the HTML that was made of them. It has the columns {@code id}, {@code
 * content}, {@code html} and {@code html_version}, the last one indexed.
 *
 * @param edited whether its texts may change, each time with a greater {@code version}, a column
 *     that it has then
 */
public record RenderedTable(String name, boolean edited) {}
