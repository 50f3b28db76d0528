package parley.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.Client;
import parley.Forum;

/** The index in its files, on the database that all tests share. */
class IndexerIT {

  private static final Forum FORUM = Forum.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final Client author = FORUM.member();
  private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);
  private final long topic = author.topic("Topic", "Text").getLong("id");

  private Indexer start() throws IOException {
    return Indexer.start(FORUM.database(), Clock.systemUTC(), folder);
  }

  private void write(int count) {
    for (var i = 0; i < count; i++) {
      author.reply(topic, "A reply with " + word);
    }
  }

  private int found(Index index) throws IOException {
    var query = new TermQuery(new Term(Fields.TEXT, word));
    return index.search(Kind.REPLY, reader -> new IndexSearcher(reader).count(query));
  }

  private void awaitFound(Indexer index, int count) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> index.isComplete() && found(index) == count);
  }

  private static void kill(Process process) {
    process.destroyForcibly().onExit().join();
  }

  @Test
  void whatIsWrittenBeforeAndAfterTheStartIsFound() throws IOException {
    write(3);
    try (var index = start()) {
      awaitFound(index, 3);
      write(2);
      awaitFound(index, 5);
    }
  }

  @Test
  void nothingIsLostHoweverOftenTheProcessIsKilled() throws IOException {
    for (var round = 1; round <= 3; round++) {
      var process = IndexingProcess.launch(FORUM.mysql(), folder);
      write(10);
      await().atMost(PATIENCE).until(() -> isCommitted(folder));
      write(10);
      kill(process);
      write(1);
    }
    try (var index = start()) {
      awaitFound(index, 63);
      assertThat(index.isFollowing()).isTrue();
    }
  }

  /** Whether there is an index that the next process can go on with. */
  private static boolean isCommitted(Path folder) throws IOException {
    var forum = folder.resolve("1/generation-1/forum");
    if (!Files.isDirectory(forum)) {
      return false;
    }
    try (var files = Files.list(forum)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
    }
  }

  @Test
  void aClosedIndexGoesOnWithoutBeingBuiltAgain() throws IOException, InterruptedException {
    write(2);
    agedJournal();
    try (var index = start()) {
      awaitFound(index, 2);
    }
    write(2);
    try (var index = start()) {
      assertThat(index.isComplete()).isTrue();
      awaitFound(index, 4);
      assertThat(generations()).containsExactly("generation-1");
    }
  }

  /** An entry that is old enough to be the position at which an index begins. */
  private void agedJournal() {
    FORUM.sql(
        "UPDATE journal SET created_at = created_at - INTERVAL 1 HOUR WHERE subject = ?", topic);
  }

  private TreeSet<String> generations() throws IOException {
    try (var files = Files.list(folder.resolve("1"))) {
      var names = new TreeSet<String>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("generation"))
          .forEach(names::add);
      return names;
    }
  }

  @Test
  void aDamagedIndexIsBuiltAgain() throws IOException {
    write(2);
    agedJournal();
    try (var index = start()) {
      awaitFound(index, 2);
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(IndexerIT::isData).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    try (var index = start()) {
      awaitFound(index, 2);
    }
  }

  private static boolean isData(Path file) {
    var name = file.getFileName().toString();
    return name.startsWith("segments_") || name.endsWith(".cfs");
  }

  @Test
  void anIndexOfAnotherJournalIsBuiltAgain() throws IOException {
    write(1);
    agedJournal();
    try (var index = start()) {
      awaitFound(index, 1);
    }
    // as after a restore: the entry with this id is another one
    FORUM.sql(
        "UPDATE journal SET created_at = created_at - INTERVAL 1 MINUTE WHERE subject = ?", topic);
    FORUM.sql("UPDATE reply SET html = '<p>other</p>' WHERE topic_id = ?", topic);
    try (var index = start()) {
      await().atMost(PATIENCE).until(() -> index.isComplete() && found(index) == 0);
    }
  }

  @Test
  void theOldIndexIsSearchedWhileANewOneIsBuilt() throws IOException {
    write(3);
    try (var index = start()) {
      awaitFound(index, 3);
      IndexFolder.want(folder.resolve("1"));
      index.wake();
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(5))
          .until(
              () -> {
                assertThat(index.isComplete()).isTrue();
                assertThat(found(index)).isEqualTo(3);
                return generations().contains("generation-2")
                    && !IndexFolder.isWanted(folder.resolve("1"));
              });
      write(1);
      awaitFound(index, 4);
      assertThat(generations()).containsExactly("generation-2");
    }
  }

  @Test
  void twoProcessesWithOneFolderHaveAnIndexEach() throws IOException {
    write(1);
    try (var first = start();
        var second = start()) {
      awaitFound(first, 1);
      awaitFound(second, 1);
      write(1);
      awaitFound(first, 2);
      awaitFound(second, 2);
    }
  }

  @Test
  void entriesOfAnUnknownKindAreFollowed() throws IOException {
    write(2);
    try (var index = start()) {
      awaitFound(index, 2);
      FORUM.sql("UPDATE reply SET state = 2 WHERE topic_id = ? AND floor = 1", topic);
      FORUM.sql("UPDATE topic SET reply_count = 1 WHERE id = ?", topic);
      tell("topic.somethingNew", topic);
      awaitFound(index, 1);
      FORUM.sql("UPDATE topic SET state = 2 WHERE id = ?", topic);
      tell("topic.hidden", topic);
      awaitFound(index, 0);
      FORUM.sql("UPDATE topic SET state = 0 WHERE id = ?", topic);
      tell("topic.shown", topic);
      tell("nonsense", topic);
      awaitFound(index, 1);
    }
  }

  private static void tell(String type, long subject) {
    FORUM.sql(
        "INSERT INTO journal (type, subject, data, created_at) VALUES (?, ?, ?, UTC_TIMESTAMP(3))",
        type,
        subject,
        new JsonObject().encode());
  }
}
