/** What all HTTP operations share; it names no feature. */
@NullMarked
package parley.http;

import org.jspecify.annotations.NullMarked;
