/** The groups of members, for administrators. */
@NullMarked
package parley.group;

import org.jspecify.annotations.NullMarked;
