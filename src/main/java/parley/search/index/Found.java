package parley.search.index;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderUtil;

/** What the index has found: nothing of it has been checked yet against the database. */
public record Found(Kind kind, long id) {

  /** Reads which one a document of the index is. */
  public static Found of(IndexReader reader, int document) throws IOException {
    var leaves = reader.leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    var numbers = DocValues.getNumeric(leaf.reader(), Fields.NUMBER);
    if (!numbers.advanceExact(document - leaf.docBase)) {
      throw new IOException("a document of the index has no number");
    }
    return Kind.found(numbers.longValue());
  }
}
