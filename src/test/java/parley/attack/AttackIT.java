package parley.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.attack.Attack.Kind;

/**
 * bin/attack in short: fewer connections and short deadlines; how long a read takes is not looked
 * at. The forum takes few connections and has its default heap, and the attacks are more than both
 * carry. Alone, because an attack takes all of a small machine from tests beside it.
 */
@Isolated
@Execution(ExecutionMode.SAME_THREAD)
class AttackIT {

  private static final Duration TIME = Duration.ofSeconds(2);

  /** Long enough that a busy machine serves some of a crowd. */
  private static final Duration CROWDED = Duration.ofSeconds(6);

  /** Until what the attack has opened is cut off. */
  private static final Duration CALM = Duration.ofSeconds(1);

  private static final int GUESTS = 500;

  private static Attacked attacked;

  @BeforeAll
  static void start() {
    attacked =
        Attacked.start(
            Map.of(
                "PARLEY_MYSQL_POOL_SIZE", "8", // the tests' database has few connections
                "PARLEY_INTAKE_CONNECTIONS", "600",
                "PARLEY_INTAKE_HEADER_SECONDS", "2",
                "PARLEY_INTAKE_BODY_SECONDS", "2"),
            4_000);
  }

  @AfterAll
  static void stop() {
    attacked.close();
  }

  /** An attack, and what is attacked. */
  private record Case(Kind kind, ToIntFunction<Attacked> port) {
    @Override
    public String toString() {
      return kind.name();
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        publicly(new Kind("large bodies", 200, 50, TIME, i -> Script.largeBody("/api/token"))),
        publicly(new Kind("large chunks", 200, 50, TIME, i -> Script.largeChunks("/api/token"))),
        publicly(new Kind("sign-ins", 150, 20, TIME, i -> Script.signIn("/api/login", i))),
        publicly(new Kind("dripped bodies", 200, 50, TIME, i -> Script.drippedBody("/api/token"))),
        publicly(halfSent("half-sent headers")),
        publicly(silent("silent connections")),
        new Case(halfSent("half-sent headers to the bridge"), on -> on.victim().bridge()),
        new Case(silent("silent connections to the bridge"), on -> on.victim().bridge()),
        new Case(halfSent("half-sent headers through nginx"), Attacked::nginxPort));
  }

  private static Case publicly(Kind kind) {
    return new Case(kind, on -> on.victim().port());
  }

  /** More than the bytes that unfinished headers may take, and more than all connections. */
  private static Kind halfSent(String name) {
    return new Kind(name, 1_000, 250, TIME, i -> Script.halfHeader("/"));
  }

  private static Kind silent(String name) {
    return new Kind(name, 1_000, 250, TIME, i -> Script.atOnce("G"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void membersReadOn(Case each) {
    var victim = attacked.victim();
    var result =
        attacked
            .attack(victim.port())
            .carryOut(each.kind(), each.port().applyAsInt(attacked), CALM);
    assertThat(victim.lives()).isTrue();
    assertThat(result.during().failures()).isEmpty();
    assertThat(result.during().count()).isPositive();
    assertThat(result.after().failures()).isEmpty();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(victim.metric("parley_intake_held_bytes")).isZero());
  }

  /** How long members wait is measured by bin/attack; here they are served at all. */
  @Test
  void aCrowdOfGuestsIsRefusedAndMembersReadOn() {
    var readers = Readers.start(attacked.url(), attacked.token(), attacked.path());
    var crowd =
        Crowd.send(attacked.victim().port(), GUESTS, CROWDED, List.of("/api/search?q=crowd"));
    var during = readers.stop();
    assertThat(crowd.faults()).isEmpty();
    assertThat(crowd.of(200)).isPositive();
    assertThat(crowd.of(503)).isPositive();
    assertThat(crowd.waits()).hasSizeGreaterThan(2);
    assertThat(during.failures()).isEmpty();
    assertThat(during.count()).isPositive();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              var after =
                  Crowd.send(attacked.victim().port(), 1, CALM, List.of("/api/search?q=calm"));
              assertThat(after.of(503)).isZero();
              assertThat(after.of(200)).isPositive();
            });
  }
}
