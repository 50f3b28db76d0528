/** Lists of members for administrators, and changes of roles. */
@NullMarked
package parley.staff;

import org.jspecify.annotations.NullMarked;
