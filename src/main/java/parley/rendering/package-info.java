/** Markdown to safe HTML, with what the database knows about mentions. */
@NullMarked
package parley.rendering;

import org.jspecify.annotations.NullMarked;
