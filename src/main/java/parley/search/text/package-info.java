/** How texts and queries of all languages become terms. */
@NullMarked
package parley.search.text;

import org.jspecify.annotations.NullMarked;
