package parley.text;

import com.ibm.icu.text.SpoofChecker;
import java.util.Set;

/** Names that people take for each other (UTS 39), such as one with a Cyrillic letter. */
public final class LookAlikes {

  private static final SpoofChecker CHECKER =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  private LookAlikes() {}

  /** Whether two different names look alike, in the spelling that is shown or in lower case. */
  public static boolean areConfusable(String one, String other) {
    var skeletons = skeletons(other);
    return !Folding.key(one).equals(Folding.key(other))
        && skeletons(one).stream().anyMatch(skeletons::contains);
  }

  private static Set<String> skeletons(String name) {
    var key = Folding.key(name);
    var shown = CHECKER.getSkeleton(name);
    var folded = CHECKER.getSkeleton(key);
    return shown.equals(folded) ? Set.of(shown) : Set.of(shown, folded);
  }
}
