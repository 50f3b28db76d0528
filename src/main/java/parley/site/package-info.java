/** Public information about the forum. */
@NullMarked
package parley.site;

import org.jspecify.annotations.NullMarked;
