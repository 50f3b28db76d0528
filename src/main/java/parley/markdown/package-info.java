/** Markdown to safe HTML, without the database. */
@NullMarked
package parley.markdown;

import org.jspecify.annotations.NullMarked;
