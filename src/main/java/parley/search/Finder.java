package parley.search;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits.Relation;
import parley.search.index.Fields;
import parley.search.index.Found;
import parley.search.index.Index;
import parley.search.index.Kind;

/** Queries the index. Blocks for a limited time, after which it returns the hits found so far. */
final class Finder {

  static {
    // 32 words in the stems of all languages; the time limit bounds the cost
    IndexSearcher.setMaxClauseCount(8_192);
  }

  /** Hits that can be paged through. */
  static final int REACHABLE = 1_000;

  /** Up to here hits are counted; with more, the best ones are found without all of them. */
  private static final int COUNTED = 5_000;

  private static final Sort NEWEST =
      new Sort(new SortField(Fields.CREATED, SortField.Type.LONG, true), SortField.FIELD_SCORE);

  private final Index index;
  private final Clock clock;

  Finder(Index index, Clock clock) {
    this.index = index;
    this.clock = clock;
  }

  /** Exact hits; if there are none, hits for similar words. */
  Hits find(Asked asked, Scope scope, boolean newest, int offset, int size) throws IOException {
    var time = new SearchTime();
    var queries = new Queries();
    var exact = queries.exact(asked, scope, clock.instant());
    if (exact.isEmpty()) {
      return Hits.NONE;
    }
    var kind = scope.kinds().get(0);
    var hits = find(kind, exact.get(), newest, offset, size, time);
    if (hits.total() > 0 || !asked.hasWords()) {
      return hits;
    }
    var similar = queries.similar(asked, scope, clock.instant()).orElseThrow();
    var others = find(kind, similar, newest, offset, size, time);
    return new Hits(
        others.found(),
        others.total(),
        others.exact(),
        hits.whole() && others.whole(),
        others.total() > 0,
        similar);
  }

  private Hits find(Kind kind, Query query, boolean newest, int offset, int size, SearchTime time)
      throws IOException {
    return index.search(
        kind,
        reader -> {
          try {
            var timed = ExitableDirectoryReader.wrap(reader, time);
            var searcher = new IndexSearcher(timed);
            searcher.setTimeout(time);
            var top = top(searcher, query, newest, Math.min(REACHABLE, offset + size));
            return hits(reader, top, !searcher.timedOut(), query, offset);
          } catch (ExitingReaderException e) {
            return new Hits(List.of(), 0, false, false, false, query);
          }
        });
  }

  private static TopDocs top(IndexSearcher searcher, Query query, boolean newest, int most)
      throws IOException {
    return newest
        ? searcher.search(query, new TopFieldCollectorManager(NEWEST, most, COUNTED))
        : searcher.search(query, new TopScoreDocCollectorManager(most, COUNTED));
  }

  private static Hits hits(
      DirectoryReader reader, TopDocs top, boolean whole, Query query, int offset)
      throws IOException {
    var found = new ArrayList<Found>();
    for (var i = offset; i < top.scoreDocs.length; i++) {
      found.add(Found.of(reader, top.scoreDocs[i].doc));
    }
    var exact = whole && top.totalHits.relation == Relation.EQUAL_TO;
    return new Hits(List.copyOf(found), top.totalHits.value, exact, whole, false, query);
  }
}
