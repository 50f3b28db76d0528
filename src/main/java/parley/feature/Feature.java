package parley.feature;

/**
 * A part of the forum that registers itself: it adds to extension points what it serves, reads,
 * counts or stores. A feature is a folder with one class that implements this; the list of features
 * is in {@code parley.Features}. See docs/adding-a-feature.md.
 */
public interface Feature {

  /** Adds this feature's parts. Called once, before anything is served. */
  void addTo(Parts parts);
}
