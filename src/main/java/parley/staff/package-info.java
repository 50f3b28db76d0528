/** What administrators see of members, and the roles they give. */
@NullMarked
package parley.staff;

import org.jspecify.annotations.NullMarked;
