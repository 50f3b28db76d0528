/** Refusals and failures that a client may see. */
@NullMarked
package parley.failure;

import org.jspecify.annotations.NullMarked;
