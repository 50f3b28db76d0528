package parley.search.index;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;

/** Work on a state of the index that does not change meanwhile. */
@FunctionalInterface
public interface Searching<T> {

  T in(DirectoryReader reader) throws IOException;
}
