/** Limits on what clients may make a listener hold: connections, headers and bodies. */
@NullMarked
package parley.http.intake;

import org.jspecify.annotations.NullMarked;
