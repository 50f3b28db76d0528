/** Members follow and mute topics and boards, and are notified about new posts there. */
@NullMarked
package parley.following;

import org.jspecify.annotations.NullMarked;
