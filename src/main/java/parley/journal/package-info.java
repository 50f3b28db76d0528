/** Durable, ordered readers of changes. */
@NullMarked
package parley.journal;

import org.jspecify.annotations.NullMarked;
