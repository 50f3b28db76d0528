/** The event-bus bridge: a rule for each address, limits, and connections. */
@NullMarked
package parley.bridge;

import org.jspecify.annotations.NullMarked;
