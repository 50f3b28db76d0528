package parley.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import parley.search.index.Fields;
import parley.search.index.Kind;

/**
 * Builds the queries of the index. Every word must occur, in the title or the text. A title has
 * more weight than a text, an exact word more than another form of it, and of equal hits the newer
 * comes first. See docs/search.md. Not thread-safe.
 */
final class Queries {

  /** The age at which the bonus for what is new has fallen to a half, in seconds. */
  private static final long FRESH = 90L * 24 * 60 * 60;

  /** The bonus: less than a rare word makes, and more than the length of a text does. */
  private static final float FRESHNESS = 1.5f;

  private static final float IN_ORDER = 0.5f;

  private static final List<String> TITLES = List.of(Fields.TITLE);
  private static final List<String> EVERYWHERE = List.of(Fields.TITLE, Fields.TEXT);

  private final WordQueries words = new WordQueries();

  /** A query for the words as written; empty if none of them can be found. */
  Optional<Query> exact(Asked asked, Scope scope, Instant now) {
    return query(asked, scope, now, false);
  }

  /** A query that allows one or two wrong letters in each word. */
  Optional<Query> similar(Asked asked, Scope scope, Instant now) {
    return query(asked, scope, now, true);
  }

  private Optional<Query> query(Asked asked, Scope scope, Instant now, boolean similar) {
    var query = new BooleanQuery.Builder();
    var fields = asked.inTitle() ? TITLES : EVERYWHERE;
    var any = false;
    for (var i = 0; i < asked.words().size(); i++) {
      var word = asked.words().get(i);
      var unfinished = asked.unfinished() && i == asked.words().size() - 1;
      var found = similar ? words.similar(word, fields) : words.of(word, fields, unfinished);
      if (found.isPresent()) {
        query.add(found.get(), Occur.MUST);
        any = true;
      }
    }
    for (var word : asked.excluded()) {
      words
          .of(new Asked.Word(word.text(), true), EVERYWHERE, false)
          .ifPresent(found -> query.add(found, Occur.MUST_NOT));
    }
    if (!any && asked.hasWords()) {
      return Optional.empty();
    }
    if (!any) {
      query.add(new MatchAllDocsQuery(), Occur.MUST);
    }
    words
        .inOrder(asked.words(), fields)
        .ifPresent(order -> query.add(new BoostQuery(order, IN_ORDER), Occur.SHOULD));
    restrict(query, asked, scope);
    query.add(
        LongField.newDistanceFeatureQuery(Fields.CREATED, FRESHNESS, now.getEpochSecond(), FRESH),
        Occur.SHOULD);
    return Optional.of(query.build());
  }

  private static void restrict(BooleanQuery.Builder query, Asked asked, Scope scope) {
    query.add(anyOf(Fields.KIND, scope.kinds().stream().map(Kind::name).toList()), Occur.FILTER);
    var posts = scope.kinds().contains(Kind.TOPIC) || scope.kinds().contains(Kind.REPLY);
    if (scope.boardChosen() || posts && !scope.boards().isAll()) {
      query.add(inBoards(scope), Occur.FILTER);
    }
    if (scope.authorId() != null) {
      query.add(term(Fields.AUTHOR, scope.authorId()), Occur.FILTER);
    }
    if (scope.partyId() != null) {
      query.add(term(Fields.PARTY, scope.partyId()), Occur.FILTER);
    }
    if (asked.from() != null || asked.to() != null) {
      query.add(
          LongPoint.newRangeQuery(
              Fields.CREATED,
              asked.from() == null ? Long.MIN_VALUE : asked.from().getEpochSecond(),
              asked.to() == null ? Long.MAX_VALUE : asked.to().getEpochSecond() - 1),
          Occur.FILTER);
    }
  }

  private static Query inBoards(Scope scope) {
    var boards =
        anyOf(Fields.BOARD, scope.boards().ids().stream().map(id -> Long.toString(id)).toList());
    return scope.boardChosen() || !scope.kinds().contains(Kind.MEMBER)
        ? boards
        : new BooleanQuery.Builder()
            .add(boards, Occur.SHOULD)
            .add(new TermQuery(new Term(Fields.KIND, Kind.MEMBER.name())), Occur.SHOULD)
            .build();
  }

  private static Query term(String field, long id) {
    return new TermQuery(new Term(field, Long.toString(id)));
  }

  private static Query anyOf(String field, Collection<String> terms) {
    return new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList());
  }
}
