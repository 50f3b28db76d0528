package parley.topic;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import parley.access.Viewer;
import parley.post.Facet;
import parley.post.PostRef;

/** Asks all facets at the same time, and puts their properties together. */
final class Facets {

  private final Supplier<List<Facet>> facets;

  /**
   * @param facets asked for at each answer, as features add theirs later
   */
  Facets(Supplier<List<Facet>> facets) {
    this.facets = facets;
  }

  Future<Map<PostRef, Map<String, Object>>> of(Viewer viewer, List<PostRef> posts) {
    var all = facets.get();
    if (all.isEmpty() || posts.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    var asked = new ArrayList<Future<Map<PostRef, Map<String, Object>>>>();
    all.forEach(facet -> asked.add(facet.of(viewer, posts)));
    return Future.all(asked).map(done -> merged(asked));
  }

  private static Map<PostRef, Map<String, Object>> merged(
      List<Future<Map<PostRef, Map<String, Object>>>> answers) {
    var merged = new HashMap<PostRef, Map<String, Object>>();
    for (var answer : answers) {
      answer
          .result()
          .forEach(
              (post, properties) ->
                  merged.computeIfAbsent(post, none -> new HashMap<>()).putAll(properties));
    }
    return merged;
  }
}
