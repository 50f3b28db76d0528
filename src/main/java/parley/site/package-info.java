/** What the forum tells about itself. */
@NullMarked
package parley.site;

import org.jspecify.annotations.NullMarked;
