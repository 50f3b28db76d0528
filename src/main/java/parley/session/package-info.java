/** Who is signed in, and on which device. */
@NullMarked
package parley.session;

import org.jspecify.annotations.NullMarked;
