package parley.image;

import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * The first picture of an upload, checked against the limits and reduced to the parts needed for
 * decoding: no text, no compressed profiles, no further frames, no appended data. These parts never
 * reach a decoder, so they cannot harm it.
 *
 * @param width in pixels, as stored, before the orientation is applied
 * @param height likewise
 * @param orientation how to rotate the picture for viewing
 * @param file a file of this format that contains only the picture
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BarePicture(
    PictureFormat format, int width, int height, Orientation orientation, byte[] file) {}
