/** The index in files, and how it follows the database. */
@NullMarked
package parley.search.index;

import org.jspecify.annotations.NullMarked;
