/** What moderators do with topics and replies. */
@NullMarked
package parley.moderation;

import org.jspecify.annotations.NullMarked;
