/** What the forum stores about a member: its export and its erasure. */
@NullMarked
package parley.personal;

import org.jspecify.annotations.NullMarked;
