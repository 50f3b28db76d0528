/** Rate limits. */
@NullMarked
package parley.limit;

import org.jspecify.annotations.NullMarked;
