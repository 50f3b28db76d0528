package parley.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/** The terms that a query looks for, by field: what is marked in a text. */
final class Terms extends QueryVisitor {

  private final Map<String, Set<String>> terms = new HashMap<>();
  private final Map<String, List<ByteRunAutomaton>> patterns = new HashMap<>();

  private Terms() {}

  static Terms of(Query query) {
    var terms = new Terms();
    query.visit(terms);
    return terms;
  }

  @Override
  public void consumeTerms(Query query, Term... found) {
    for (var term : found) {
      terms.computeIfAbsent(term.field(), field -> new HashSet<>()).add(term.text());
    }
  }

  @Override
  public void consumeTermsMatching(
      Query query, String field, Supplier<ByteRunAutomaton> automaton) {
    patterns.computeIfAbsent(field, first -> new ArrayList<>()).add(automaton.get());
  }

  /** What must not be there is not marked, and filters say nothing of words. */
  @Override
  public QueryVisitor getSubVisitor(Occur occur, Query parent) {
    return occur == Occur.MUST_NOT || occur == Occur.FILTER ? EMPTY_VISITOR : this;
  }

  boolean areIn(String field) {
    return terms.containsKey(field) || patterns.containsKey(field);
  }

  boolean has(String field, String term) {
    if (terms.getOrDefault(field, Set.of()).contains(term)) {
      return true;
    }
    var bytes = new BytesRef(term);
    return patterns.getOrDefault(field, List.of()).stream()
        .anyMatch(pattern -> pattern.run(bytes.bytes, bytes.offset, bytes.length));
  }
}
