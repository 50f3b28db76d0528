package parley.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.attack.Attack.Kind;

/**
 * bin/attack in short: fewer connections and short deadlines, beside other tests, so that how long
 * a read takes is not looked at. The forum has its default heap, which these would have filled.
 */
@Execution(ExecutionMode.SAME_THREAD)
class AttackIT {

  private static final Duration TIME = Duration.ofSeconds(3);

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
                "PARLEY_INTAKE_HEADER_SECONDS", "2",
                "PARLEY_INTAKE_BODY_SECONDS", "2"),
            4_000);
  }

  @AfterAll
  static void stop() {
    attacked.close();
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("large bodies", 300, 50, TIME, i -> Script.largeBody("/api/token")),
        new Kind("large chunks", 300, 50, TIME, i -> Script.largeChunks("/api/token")),
        new Kind("sign-ins", 200, 20, TIME, i -> Script.signIn("/api/login", i)),
        new Kind("half-sent headers", 3_000, 250, TIME, i -> Script.halfHeader("/")),
        new Kind("dripped bodies", 300, 50, TIME, i -> Script.drippedBody("/api/token")));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void membersReadOn(Kind kind) {
    var result =
        attacked.attack(attacked.victim().port()).carryOut(kind, attacked.victim().port(), CALM);
    assertThat(attacked.victim().lives()).isTrue();
    assertThat(result.during().failures()).isEmpty();
    assertThat(result.during().count()).isPositive();
    assertThat(result.after().failures()).isEmpty();
    assertThat(attacked.victim().metric("parley_intake_held_bytes")).isZero();
  }

  /** How long members wait is measured by bin/attack; here they are served at all. */
  @Test
  void aCrowdOfGuestsIsRefusedAndMembersReadOn() {
    var readers = Readers.start(attacked.url(), attacked.token(), attacked.path());
    var crowd = Crowd.send(attacked.victim().port(), GUESTS, TIME, List.of("/api/search?q=crowd"));
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
