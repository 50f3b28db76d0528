package parley.bridge;

import java.util.Set;

/** What the rules of the bridge know. */
public final class RuleNames {

  private RuleNames() {}

  /** The beginnings of the addresses that clients may listen to. */
  public static Set<String> listening(Rules rules) {
    return rules.listening();
  }
}
