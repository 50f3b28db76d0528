/** The boards that topics belong to. */
@NullMarked
package parley.board;

import org.jspecify.annotations.NullMarked;
