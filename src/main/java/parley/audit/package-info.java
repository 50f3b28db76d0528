/** The log of what staff did: append-only. */
@NullMarked
package parley.audit;

import org.jspecify.annotations.NullMarked;
