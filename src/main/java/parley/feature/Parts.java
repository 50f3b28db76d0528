package parley.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What all features add, by extension point and in the order in which it was added. It is filled at
 * start by one thread and only read afterwards.
 */
public final class Parts {

  private final Map<Point<?>, List<Object>> parts = new HashMap<>();

  /** The parts of these features, in the order of the features. */
  public static Parts of(List<? extends Feature> features) {
    var parts = new Parts();
    features.forEach(feature -> feature.addTo(parts));
    return parts;
  }

  public <T> Parts add(Point<T> point, T part) {
    parts.computeIfAbsent(point, first -> new ArrayList<>()).add(Objects.requireNonNull(part));
    return this;
  }

  /** All parts of a point in the order of the features; empty if no feature added one. */
  @SuppressWarnings("unchecked") // add() lets only a T into the list of a Point<T>
  public <T> List<T> all(Point<T> point) {
    return (List<T>) List.copyOf(parts.getOrDefault(point, List.of()));
  }
}
