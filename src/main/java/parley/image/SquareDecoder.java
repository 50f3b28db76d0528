package parley.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/** Decodes the middle square of a picture, leaving out rows and columns of large ones. */
final class SquareDecoder {

  /**
   * The longest side decoded, in pixels: at eight bytes a pixel 32 MiB. A lower limit would be
   * visible, because smooth scaling needs at least twice the final size.
   */
  private static final int SIDE = 2048;

  private SquareDecoder() {}

  static BufferedImage decode(BarePicture picture) throws IOException {
    ImageReader reader = picture.format().reader();
    try (ImageInputStream in = picture.format().open(picture.file())) {
      reader.setInput(in, true, true);
      if (reader.getWidth(0) != picture.width() || reader.getHeight(0) != picture.height()) {
        throw new IIOException(
            "the decoder reports a different size than the one that was checked");
      }
      ImageReadParam param = middleSquare(picture, reader.getDefaultReadParam());
      if (picture.format() == PictureFormat.PNG) {
        useBands(param, reader.getImageTypes(0).next());
      }
      return reader.read(0, param);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReadParam middleSquare(BarePicture picture, ImageReadParam param) {
    int width = picture.width();
    int height = picture.height();
    int side = Math.min(width, height);
    param.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
    int step = (side + SIDE - 1) / SIDE;
    param.setSourceSubsampling(step, step, step / 2, step / 2);
    return param;
  }

  /**
   * Java's PNG decoder (17 to 25 at least) applies the offset of the source region twice where one
   * colour of eight-bit samples is declared transparent and it decodes into interleaved samples.
   */
  private static void useBands(ImageReadParam param, ImageTypeSpecifier type) {
    ColorModel model = type.getColorModel();
    if (model instanceof ComponentColorModel
        && model.hasAlpha()
        && type.getSampleModel().getDataType() == DataBuffer.TYPE_BYTE) {
      int step = param.getSourceXSubsampling();
      int columns = param.getSourceRegion().width - param.getSubsamplingXOffset();
      int side = (columns + step - 1) / step;
      WritableRaster bands =
          Raster.createBandedRaster(
              DataBuffer.TYPE_BYTE, side, side, model.getNumComponents(), null);
      param.setDestination(new BufferedImage(model, bands, false, null));
    }
  }
}
