/** Several processes of one forum on one event bus. */
@NullMarked
package parley.cluster;

import org.jspecify.annotations.NullMarked;
