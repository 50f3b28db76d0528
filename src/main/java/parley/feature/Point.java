package parley.feature;

import java.util.Objects;

/**
 * A typed extension point: a place to which features add parts. It is declared, as a constant, by
 * the code that reads it. Two points are the same only if they are the same object.
 *
 * @param <T> the type of the parts
 */
@SuppressWarnings("UnusedTypeParameter") // only the compiler uses it, to check what is added
public final class Point<T> {

  private final String name;

  /**
   * @param name for messages
   */
  public Point(String name) {
    this.name = Objects.requireNonNull(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
