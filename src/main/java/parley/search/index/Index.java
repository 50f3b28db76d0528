package parley.search.index;

import java.io.IOException;

/** What can be searched. */
public interface Index {

  /**
   * Works on the index of this kind as it is now.
   *
   * @throws IOException when the files are damaged
   */
  <T> T search(Kind kind, Searching<T> work) throws IOException;
}
