/** Members watch and mute topics and boards, and are told of what is written there. */
@NullMarked
package parley.following;

import org.jspecify.annotations.NullMarked;
