/** Search: what may be asked, and what is shown of what was found. */
@NullMarked
package parley.search;

import org.jspecify.annotations.NullMarked;
