package parley.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;

/** Scales a decoded square to the size of an avatar, in sRGB, and applies its orientation. */
final class Avatar {

  /** The longest side of a stored picture, in pixels. */
  private static final int SIDE = 512;

  private Avatar() {}

  static BufferedImage of(BufferedImage square, BarePicture picture) throws IOException {
    int side = Math.min(SIDE, Math.min(square.getWidth(), square.getHeight()));
    BufferedImage scaled =
        Thumbnails.of(GreyWithAlpha.is(square) ? GreyWithAlpha.toArgb(square) : square)
            .forceSize(side, side)
            .imageType(BufferedImage.TYPE_INT_ARGB)
            .asBufferedImage();
    boolean grey = square.getColorModel().getNumColorComponents() == 1;
    picture.profile().ifPresent(profile -> profile.convert(scaled, grey));
    return ExifFilterUtils.getFilterForOrientation(picture.orientation()).apply(scaled);
  }
}
