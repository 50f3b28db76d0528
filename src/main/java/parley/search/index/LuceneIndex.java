package parley.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import parley.search.text.ForumAnalyzer;

/**
 * An index in a folder. What was written is found after {@link #refresh}, and survives a crash
 * after {@link #commit}. The files are mapped into memory, outside the heap. One thread writes; any
 * may search.
 */
final class LuceneIndex implements AutoCloseable {

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  private LuceneIndex(Directory directory, IndexWriter writer) throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, new SearcherFactory());
  }

  /**
   * @param bufferMebibytes of the heap that new documents may take
   * @throws IOException also where files are missing or damaged
   */
  static LuceneIndex open(Path folder, boolean create, double bufferMebibytes) throws IOException {
    Files.createDirectories(folder);
    var directory = FSDirectory.open(folder);
    IndexWriter writer = null;
    try {
      writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig(ForumAnalyzer.ofTexts())
                  .setOpenMode(create ? OpenMode.CREATE : OpenMode.APPEND)
                  .setRAMBufferSizeMB(bufferMebibytes)
                  .setCommitOnClose(false));
      return new LuceneIndex(directory, writer);
    } catch (IOException | RuntimeException e) {
      if (writer != null) {
        writer.rollback();
      }
      directory.close();
      throw e;
    }
  }

  /** False after a failure of the writer, such as a full disk. */
  boolean isOpen() {
    return writer.isOpen();
  }

  void put(Item item) throws IOException {
    writer.updateDocument(new Term(Fields.KEY, item.kind().key(item.id())), Documents.of(item));
  }

  void remove(Kind kind, long id) throws IOException {
    writer.deleteDocuments(new Term(Fields.KEY, kind.key(id)));
  }

  /** Removes a topic with its replies. */
  void removeTopic(long id) throws IOException {
    writer.deleteDocuments(new Term(Fields.TOPIC, Long.toString(id)));
  }

  /** How many of a topic's replies are found in this board. */
  int replies(long topicId, long boardId) throws IOException {
    var query =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(Fields.TOPIC, Long.toString(topicId))), Occur.FILTER)
            .add(new TermQuery(new Term(Fields.BOARD, Long.toString(boardId))), Occur.FILTER)
            .add(new TermQuery(new Term(Fields.KIND, Kind.REPLY.name())), Occur.FILTER)
            .build();
    return search(reader -> new IndexSearcher(reader).count(query));
  }

  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Makes what was written durable, together with these values. */
  void commit(Map<String, String> values) throws IOException {
    writer.setLiveCommitData(values.entrySet());
    writer.commit();
  }

  /** The values of the last commit; empty where there is none. */
  Map<String, String> committed() throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return Map.of();
    }
    var commits = DirectoryReader.listCommits(directory);
    return commits.get(commits.size() - 1).getUserData();
  }

  <T> T search(Searching<T> work) throws IOException {
    var searcher = searchers.acquire();
    try {
      return work.in((DirectoryReader) searcher.getIndexReader());
    } finally {
      searchers.release(searcher);
    }
  }

  /** Discards what was not committed. */
  @Override
  public void close() throws IOException {
    searchers.close();
    writer.rollback();
    directory.close();
  }
}
