/** Administration of boards: their values, rights, order and deletion. */
@NullMarked
package parley.board.admin;

import org.jspecify.annotations.NullMarked;
