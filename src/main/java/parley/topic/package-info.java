/** Topics and replies, mentions and views. */
@NullMarked
package parley.topic;

import org.jspecify.annotations.NullMarked;
