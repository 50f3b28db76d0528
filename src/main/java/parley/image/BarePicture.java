package parley.image;

import java.util.Optional;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * The first picture of an upload, checked against the limits and reduced to the parts needed for
 * decoding: no text, no profiles, no further frames, no appended data. These parts never reach a
 * decoder, so they cannot harm it.
 *
 * @param width in pixels, as stored, before the orientation is applied
 * @param height likewise
 * @param profile what its colours mean, where that is not sRGB
 * @param orientation how to rotate the picture for viewing
 * @param file a file of this format that contains only the picture
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BarePicture(
    PictureFormat format,
    int width,
    int height,
    Orientation orientation,
    Optional<ColourProfile> profile,
    byte[] file) {}
