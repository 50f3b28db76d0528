/** The configuration: its sections, their defaults and their checks. */
@NullMarked
package parley.config;

import org.jspecify.annotations.NullMarked;
