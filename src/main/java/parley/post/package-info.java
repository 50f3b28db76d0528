/** The writer of topics and replies, and the counters that follow from the journal. */
@NullMarked
package parley.post;

import org.jspecify.annotations.NullMarked;
