/** Pages of lists. */
@NullMarked
package parley.paging;

import org.jspecify.annotations.NullMarked;
