package parley.search.index;

import java.util.List;

/** What can be found. */
public enum Kind {
  TOPIC("t"),
  REPLY("r"),
  MEMBER("m"),
  MESSAGE("c");

  private static final List<Kind> ALL = List.of(values());

  private final String letter;

  Kind(String letter) {
    this.letter = letter;
  }

  /** The term that names one of this kind. */
  String key(long id) {
    return letter + id;
  }

  /** One number for kind and id. */
  long number(long id) {
    return id * ALL.size() + ordinal();
  }

  static Found found(long number) {
    return new Found(ALL.get((int) (number % ALL.size())), number / ALL.size());
  }
}
