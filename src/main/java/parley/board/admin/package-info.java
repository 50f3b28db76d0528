/** What administrators do with boards. */
@NullMarked
package parley.board.admin;

import org.jspecify.annotations.NullMarked;
