/** Members. */
@NullMarked
package parley.member;

import org.jspecify.annotations.NullMarked;
