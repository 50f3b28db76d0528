/** Members like topics and replies. */
@NullMarked
package parley.like;

import org.jspecify.annotations.NullMarked;
