/** Tells members what concerns them: the inbox. */
@NullMarked
package parley.notification;

import org.jspecify.annotations.NullMarked;
