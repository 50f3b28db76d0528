/** Health, metrics and the format of the log. */
@NullMarked
package parley.management;

import org.jspecify.annotations.NullMarked;
