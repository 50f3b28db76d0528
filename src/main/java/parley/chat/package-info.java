/** Chat between two members: rooms, messages and presence. */
@NullMarked
package parley.chat;

import org.jspecify.annotations.NullMarked;
