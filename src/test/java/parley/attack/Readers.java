package parley.attack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Members who read while an attack goes on. */
final class Readers implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PAUSE_MILLIS = 25;

  private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  /** Two of them: one keeps its connection, one makes a new one each time. */
  static Readers start(String url, String token, String path) {
    var readers = new Readers();
    for (var isFresh : List.of(false, true)) {
      var thread = new Thread(() -> readers.read(url + path, token, isFresh), "a reader");
      thread.start();
      readers.threads.add(thread);
    }
    return readers;
  }

  private void read(String url, String token, boolean isFresh) {
    var kept = new AtomicReference<>(client());
    for (var i = 0; !stopped; i++) {
      var request =
          HttpRequest.newBuilder(URI.create(url))
              .header("authorization", "Bearer " + token)
              .timeout(PATIENCE)
              .build();
      var began = System.nanoTime();
      try {
        if (isFresh && i % 10 == 0) {
          kept.set(client());
        }
        var answer = kept.get().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          failures.add(Integer.toString(answer.statusCode()));
        }
        nanos.add(System.nanoTime() - began);
        Thread.sleep(PAUSE_MILLIS);
      } catch (IOException e) {
        failures.add(e.getClass().getSimpleName() + " " + e.getMessage());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(PATIENCE)
        .build();
  }

  Reading stop() {
    close();
    var sorted = nanos.stream().sorted().toList();
    var p99 =
        sorted.isEmpty()
            ? PATIENCE
            : Duration.ofNanos(sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * 0.99)));
    return new Reading(sorted.size(), failures, p99);
  }

  @Override
  public void close() {
    stopped = true;
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** What it was like to read. */
  record Reading(int count, List<String> failures, Duration p99) {}
}
