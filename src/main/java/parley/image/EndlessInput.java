package parley.image;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory that goes on with zeros for ever. The WebP decoder reads ahead of what it needs:
 * at the end of a file it fails on sound pictures, or catches an exception for each of millions of
 * pixels; and it takes a picture for a bomb that is 2,048 times larger than its file, as a plain
 * one may well be. How large a picture may be is decided before, and how much is read follows from
 * that.
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
