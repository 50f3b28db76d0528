/** Members' public profiles. */
@NullMarked
package parley.profile;

import org.jspecify.annotations.NullMarked;
