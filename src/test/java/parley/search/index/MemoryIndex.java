package parley.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** An index without a database behind it. */
public final class MemoryIndex implements Index, AutoCloseable {

  private final LuceneIndex index;

  public MemoryIndex(Path folder) throws IOException {
    index = LuceneIndex.open(folder, true, 16);
  }

  /** Adds a topic to board 1. */
  public MemoryIndex topic(long id, String title, String text) throws IOException {
    return put(Kind.TOPIC, id, title, text, Instant.EPOCH);
  }

  public MemoryIndex put(Kind kind, long id, String title, String text, Instant at)
      throws IOException {
    var html = "<p>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</p>";
    index.put(new Item(kind, id, id, 1, 1, List.of(), title, html, at));
    return this;
  }

  public MemoryIndex refreshed() throws IOException {
    index.refresh();
    return this;
  }

  public void commit() throws IOException {
    index.commit(Standing.at(1, "", true).values());
  }

  @Override
  public <T> T search(Kind kind, Searching<T> work) throws IOException {
    return index.search(work);
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
