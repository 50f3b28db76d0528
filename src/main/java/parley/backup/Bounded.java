package parley.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** An input stream that fails if it has more bytes than declared. */
final class Bounded extends FilterInputStream {

  private long left;

  Bounded(InputStream in, long announced) {
    super(in);
    this.left = announced;
  }

  @Override
  public int read() throws IOException {
    var one = in.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    var read = in.read(bytes, from, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws ZipException {
    left -= read;
    if (left < 0) {
      throw new ZipException("it is longer than declared");
    }
  }
}
