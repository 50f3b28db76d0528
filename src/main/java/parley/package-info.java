/** The command line, and what composes and starts the forum. */
@NullMarked
package parley;

import org.jspecify.annotations.NullMarked;
