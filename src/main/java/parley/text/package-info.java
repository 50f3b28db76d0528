/** Checks and conversions of text. */
@NullMarked
package parley.text;

import org.jspecify.annotations.NullMarked;
