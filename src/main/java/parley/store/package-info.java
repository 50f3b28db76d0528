/** The database and Redis: connections, migrations, transactions and failures. */
@NullMarked
package parley.store;

import org.jspecify.annotations.NullMarked;
