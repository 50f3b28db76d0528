package parley.attack;

import java.time.Duration;
import java.util.List;
import parley.attack.Attack.Kind;

/** The attacks, by the size that the machine's open files allow. */
final class Kinds {

  private static final String TOKEN = "/api/token";
  private static final String POLL = "/eventbus/1/attack/xhr";

  private Kinds() {}

  /**
   * @param most connections at once
   * @param bodySeconds how long a body may take, and some seconds
   */
  static List<Kind> all(boolean onBridge, int most, Duration headers, Duration bodies) {
    var path = onBridge ? POLL : TOKEN;
    return List.of(
        new Kind("large bodies", Math.min(1_000, most), 100, headers, i -> Script.largeBody(path)),
        new Kind(
            "large chunks", Math.min(1_000, most), 100, headers, i -> Script.largeChunks(path)),
        new Kind(
            "sign-ins", Math.min(1_000, most), 20, headers, i -> Script.signIn("/api/login", i)),
        new Kind(
            "half-sent headers", Math.min(20_000, most), 250, headers, i -> Script.halfHeader("/")),
        new Kind(
            "silent connections", Math.min(20_000, most), 250, headers, i -> Script.atOnce("G")),
        new Kind(
            "dripped headers", Math.min(2_000, most), 50, headers, i -> Script.drippedHeader("/")),
        new Kind(
            "dripped bodies", Math.min(2_000, most), 50, bodies, i -> Script.drippedBody(path)));
  }
}
