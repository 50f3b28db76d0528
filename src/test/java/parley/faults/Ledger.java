package parley.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What the writers were told, against which the database is compared. */
final class Ledger {

  /**
   * A topic, a reply or a message that was acknowledged.
   *
   * @param kind the name of its table
   * @param key of the request
   * @param id as answered
   */
  record Entry(String kind, String key, long id, String content) {}

  private final Map<String, Entry> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
  private final AtomicLong lastSuccess = new AtomicLong(System.nanoTime());

  /** Also of an edit, which replaces the content that was acknowledged before. */
  void acknowledge(Entry entry) {
    acknowledged.put(entry.key(), entry);
    lastSuccess.set(System.nanoTime());
  }

  /** Counts an answer, an acknowledgement or a fault by its name. */
  void count(String what) {
    counts.computeIfAbsent(what, added -> new AtomicLong()).incrementAndGet();
  }

  /** Something that must not be. */
  void find(String what) {
    findings.add(what);
  }

  List<Entry> entries(String kind) {
    return acknowledged.values().stream().filter(entry -> entry.kind().equals(kind)).toList();
  }

  int size() {
    return acknowledged.size();
  }

  Map<String, AtomicLong> counts() {
    return new TreeMap<>(counts);
  }

  List<String> findings() {
    return new ArrayList<>(findings);
  }

  /** Whether something was acknowledged since this time of {@link System#nanoTime}. */
  boolean hasSucceededSince(long nanos) {
    return lastSuccess.get() - nanos > 0;
  }
}
