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
   * Something that was acknowledged.
   *
   * @param kind of {@link Kept}
   * @param key by which its row is found: that of the request, or what makes it unique
   * @param id as answered
   */
  record Entry(Kept kind, String key, long id, String content) {

    private String name() {
      return kind + " " + key;
    }
  }

  private final Map<String, Entry> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, Entry> withdrawn = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
  private final AtomicLong lastSuccess = new AtomicLong(System.nanoTime());

  /** Also of a change, which replaces the content that was acknowledged before. */
  void acknowledge(Entry entry) {
    withdrawn.remove(entry.name());
    acknowledged.put(entry.name(), entry);
    succeeded();
  }

  /** It was acknowledged that it is gone, such as a like that was taken back. */
  void withdraw(Entry entry) {
    acknowledged.remove(entry.name());
    withdrawn.put(entry.name(), entry);
    succeeded();
  }

  /** From now on nothing is known of it, until it is acknowledged or withdrawn again. */
  void forget(Entry entry) {
    acknowledged.remove(entry.name());
    withdrawn.remove(entry.name());
  }

  private void succeeded() {
    lastSuccess.set(System.nanoTime());
  }

  /** Counts an answer, an acknowledgement or a fault by its name. */
  void count(String what) {
    count(what, 1);
  }

  void count(String what, long times) {
    counts.computeIfAbsent(what, added -> new AtomicLong()).addAndGet(times);
  }

  /** Something that must not be. */
  void find(String what) {
    findings.add(what);
  }

  List<Entry> entries(Kept kind) {
    return acknowledged.values().stream().filter(entry -> entry.kind() == kind).toList();
  }

  List<Entry> withdrawn(Kept kind) {
    return withdrawn.values().stream().filter(entry -> entry.kind() == kind).toList();
  }

  int size() {
    return acknowledged.size();
  }

  Map<String, AtomicLong> counts() {
    return new TreeMap<>(counts);
  }

  /** How often faults happened whose name begins so. */
  long faults(String beginning) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().startsWith("fault " + beginning))
        .mapToLong(count -> count.getValue().get())
        .sum();
  }

  List<String> findings() {
    return new ArrayList<>(findings);
  }

  /** Whether something was acknowledged since this time of {@link System#nanoTime}. */
  boolean hasSucceededSince(long nanos) {
    return lastSuccess.get() - nanos > 0;
  }
}
