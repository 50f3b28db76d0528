/** Checks of the stored data, for {@code bin/parley check}. */
@NullMarked
package parley.check;

import org.jspecify.annotations.NullMarked;
