/** The embedded MariaDB and Redis, as child processes. */
@NullMarked
package parley.store.embedded;

import org.jspecify.annotations.NullMarked;
