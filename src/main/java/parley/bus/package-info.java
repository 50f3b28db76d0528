/** Typed channels on the event bus. */
@NullMarked
package parley.bus;

import org.jspecify.annotations.NullMarked;
