/** Who may do what: viewers, groups, permissions, and the rights of boards. */
@NullMarked
package parley.access;

import org.jspecify.annotations.NullMarked;
