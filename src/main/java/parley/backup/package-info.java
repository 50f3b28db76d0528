/** Backups, restores, and rehearsals of migrations. */
@NullMarked
package parley.backup;

import org.jspecify.annotations.NullMarked;
