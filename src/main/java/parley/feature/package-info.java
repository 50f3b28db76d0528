/** Typed extension points, and what every feature is given. */
@NullMarked
package parley.feature;

import org.jspecify.annotations.NullMarked;
