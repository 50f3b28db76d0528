/** Members' pictures: checked, stripped of metadata, stored and scaled. */
@NullMarked
package parley.image;

import org.jspecify.annotations.NullMarked;
