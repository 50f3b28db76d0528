package parley.search.index;

import java.util.List;

/** What can be found. */
public enum Kind {
  TOPIC(0, "t"),
  REPLY(1, "r"),
  MEMBER(2, "m"),
  MESSAGE(3, "c");

  private static final List<Kind> ALL = List.of(values());

  private final int code;
  private final String letter;

  Kind(int code, String letter) {
    this.code = code;
    this.letter = letter;
  }

  /** The term that names one of this kind. */
  String key(long id) {
    return letter + id;
  }

  /** One number for kind and id. */
  long number(long id) {
    return id * ALL.size() + code;
  }

  static Found found(long number) {
    return new Found(ALL.get((int) (number % ALL.size())), number / ALL.size());
  }
}
