package parley.search.index;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An index from its building on, in a folder of its own: of what is said in public, and apart from
 * it of private messages.
 */
final class Generation implements AutoCloseable {

  private static final double FORUM_BUFFER = 16;
  private static final double MESSAGES_BUFFER = 4;

  private final Path folder;
  private final LuceneIndex forum;
  private final LuceneIndex messages;
  private volatile Standing standing;

  private Generation(Path folder, LuceneIndex forum, LuceneIndex messages) throws IOException {
    this.folder = folder;
    this.forum = forum;
    this.messages = messages;
    this.standing = Standing.of(forum.committed());
  }

  static Generation create(Path folder) throws IOException {
    return open(folder, true);
  }

  /**
   * @throws IOException also where it is damaged
   */
  static Generation open(Path folder) throws IOException {
    return open(folder, false);
  }

  private static Generation open(Path folder, boolean create) throws IOException {
    var forum = LuceneIndex.open(folder.resolve("forum"), create, FORUM_BUFFER);
    LuceneIndex messages = null;
    try {
      messages = LuceneIndex.open(folder.resolve("messages"), create, MESSAGES_BUFFER);
      return new Generation(folder, forum, messages);
    } catch (IOException | RuntimeException e) {
      forum.close();
      if (messages != null) {
        messages.close();
      }
      throw e;
    }
  }

  Path folder() {
    return folder;
  }

  /** The index of topics, replies and members. */
  LuceneIndex forum() {
    return forum;
  }

  LuceneIndex messages() {
    return messages;
  }

  LuceneIndex of(Kind kind) {
    return kind == Kind.MESSAGE ? messages : forum;
  }

  boolean isOpen() {
    return forum.isOpen() && messages.isOpen();
  }

  Standing standing() {
    return standing;
  }

  void refresh() throws IOException {
    forum.refresh();
    messages.refresh();
  }

  /** The standing is read from the index of the forum, so this is committed last. */
  void commit(Standing next) throws IOException {
    messages.commit(next.values());
    forum.commit(next.values());
    standing = next;
  }

  @Override
  public void close() throws IOException {
    try {
      messages.close();
    } finally {
      forum.close();
    }
  }
}
