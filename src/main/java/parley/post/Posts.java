package parley.post;

import parley.feature.Point;

/** Where features attach to topics and replies. */
public final class Posts {

  /** Takes part in the transaction that writes a post; may refuse it or hold it back. */
  public static final Point<WritingPart> WRITING = new Point<>("Posts.WRITING");

  /** Adds properties to topics and replies in answers. */
  public static final Point<Facet> FACETS = new Point<>("Posts.FACETS");

  /** Takes part when posts become part of another topic. */
  public static final Point<MovingPart> MOVING = new Point<>("Posts.MOVING");

  private Posts() {}
}
