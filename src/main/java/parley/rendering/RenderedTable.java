package parley.rendering;

/**
 * A table of texts with their rendered HTML. It has the columns {@code id}, {@code content}, {@code
 * html} and {@code html_version}, the last one indexed.
 *
 * @param edited whether its texts may change; then it has a column {@code version} that increases
 *     with each change
 */
public record RenderedTable(String name, boolean edited) {}
