/** Work that is repeated at intervals, once in the whole forum. */
@NullMarked
package parley.job;

import org.jspecify.annotations.NullMarked;
