package parley.image;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory, followed by endless zeros. The WebP decoder reads ahead: at the end of a file
 * it fails for valid pictures, or catches an exception for each of millions of pixels. It also
 * refuses pictures 2,048 times larger than their file, although a plain picture can be that large.
 * The size limits are checked before, and they also limit how much is read.
 */
final class EndlessInput extends ImageInputStreamImpl {

  private final byte[] file;

  EndlessInput(byte[] file) {
    this.file = file;
  }

  @Override
  public int read() {
    bitOffset = 0;
    int value = streamPos < file.length ? Byte.toUnsignedInt(file[(int) streamPos]) : 0;
    streamPos++;
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    bitOffset = 0;
    for (int i = 0; i < length; i++, streamPos++) {
      target[offset + i] = streamPos < file.length ? file[(int) streamPos] : 0;
    }
    return length;
  }

  @Override
  public long length() {
    return Integer.MAX_VALUE;
  }
}
