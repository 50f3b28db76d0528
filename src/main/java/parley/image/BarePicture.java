package parley.image;

import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * The first picture of an upload, checked against the limits and without anything that decoding it
 * does not need: no text, no profiles to inflate, no further frames, nothing appended. A decoder
 * that never sees these parts cannot be hurt by them.
 *
 * @param width in pixels, as stored, before the orientation is applied
 * @param height likewise
 * @param orientation how the picture is to be turned for viewing
 * @param file a file of this format that holds the picture and nothing else
 */
record BarePicture(
    PictureFormat format, int width, int height, Orientation orientation, byte[] file) {}
