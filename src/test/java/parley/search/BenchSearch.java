package parley.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import parley.access.BoardScope;
import parley.search.index.Kind;
import parley.search.index.MemoryIndex;

/** Prints what a search costs; see docs/performance.md. Run it by {@code bin/bench search}. */
public final class BenchSearch {

  private static final int POSTS = 100_000;
  private static final int LETTERS = 600;
  private static final int WORDS = 20_000;
  private static final int QUERIES = 2_000;
  private static final int AT_ONCE = 8;

  /** The letters of some scripts, and how long a word is. */
  private static final List<String> SCRIPTS =
      List.of(
          "etaoinshrdlucmfwypvbgk",
          "enisratdhulcgmobwfkzäöüß",
          "оеаинтсрвлкмдпуяыьгзбч",
          "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年",
          "いうえおかがきくけこさしすせそたちつてとなにのはまもやよらりるれろわをん",
          "اليمنترسبدعفحهكوقجصشطخ");

  private final Random random = new Random(1);
  private final String[][] words = new String[SCRIPTS.size()][WORDS];

  private BenchSearch() {
    for (var script = 0; script < SCRIPTS.size(); script++) {
      for (var i = 0; i < WORDS; i++) {
        words[script][i] = word(SCRIPTS.get(script));
      }
    }
  }

  private String word(String letters) {
    var word = new StringBuilder();
    var length = 2 + random.nextInt(8);
    for (var i = 0; i < length; i++) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  /** Few words are frequent, and most are rare. */
  private String any(int script) {
    return words[script][(int) (WORDS * Math.pow(random.nextDouble(), 3))];
  }

  private String text() {
    var script = random.nextInt(SCRIPTS.size());
    var text = new StringBuilder();
    while (text.length() < LETTERS) {
      text.append(any(script)).append(' ');
    }
    return text.substring(0, LETTERS);
  }

  private void run(int posts) throws IOException, InterruptedException, ExecutionException {
    var folder = Files.createTempDirectory("bench-search");
    try (var index = new MemoryIndex(folder)) {
      var began = System.nanoTime();
      var bytes = 0L;
      for (var id = 1; id <= posts; id++) {
        var text = text();
        bytes += text.getBytes(StandardCharsets.UTF_8).length;
        var at = Instant.now().minusSeconds(random.nextInt(100_000_000));
        index.put(Kind.TOPIC, id, text.substring(0, 40), text, at);
      }
      index.commit();
      index.refreshed();
      var seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf("%d posts of %d letters: %.0f/s%n", posts, LETTERS, posts / seconds);
      System.out.printf(
          "index: %.0f MB, %.2f of the text%n", size(folder) / 1e6, size(folder) / (double) bytes);
      search(index); // the first time warms up
      print(search(index));
      System.gc();
      var heap = Runtime.getRuntime();
      System.out.printf("heap: %.0f MB%n", (heap.totalMemory() - heap.freeMemory()) / 1e6);
    }
  }

  /** The time of each query, ascending. */
  private long[] search(MemoryIndex index) throws InterruptedException, ExecutionException {
    var finder = new Finder(index, Clock.systemUTC());
    var scope = new Scope(List.of(Kind.TOPIC), BoardScope.ALL, false, null, null);
    var queries = new ArrayList<Callable<Long>>();
    for (var i = 0; i < QUERIES; i++) {
      var script = random.nextInt(SCRIPTS.size());
      var asked = QueryWords.read(any(script) + " " + any(script));
      queries.add(
          () -> {
            var began = System.nanoTime();
            finder.find(asked, scope, false, 0, 20);
            return System.nanoTime() - began;
          });
    }
    var workers = Executors.newFixedThreadPool(AT_ONCE);
    var nanos = new long[QUERIES];
    var done = workers.invokeAll(queries);
    for (var i = 0; i < QUERIES; i++) {
      nanos[i] = done.get(i).get();
    }
    workers.shutdown();
    Arrays.sort(nanos);
    return nanos;
  }

  private static void print(long[] nanos) {
    System.out.printf(
        "two words, %d at once: p50 %.1f ms, p99 %.1f ms%n",
        AT_ONCE, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6);
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(BenchSearch::length).sum();
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] arguments) throws Exception {
    new BenchSearch().run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : POSTS);
  }
}
