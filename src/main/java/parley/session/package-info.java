/** Sessions, their devices, and presence. */
@NullMarked
package parley.session;

import org.jspecify.annotations.NullMarked;
