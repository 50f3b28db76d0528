package parley.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.limit.LimitedForum.PER_NETWORK;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.Forum;

class ForwardedAddressIT {

  private static LimitedForum limited;

  @BeforeAll
  static void start() {
    limited = new LimitedForum();
  }

  @AfterAll
  static void stop() {
    limited.close();
  }

  @Test
  void whatTheClientItselfSendsBeforeTheProxysEntryIsNotBelieved() {
    var real = LimitedForum.address();
    isOnePlace(() -> LimitedForum.address() + ", " + real);
  }

  @Test
  void trustedProxiesAreSkippedFromTheEnd() {
    var real = LimitedForum.address();
    isOnePlace(() -> LimitedForum.address() + "," + real + ", 127.0.0.1, ::1");
  }

  @Test
  void severalLinesAreOneList() {
    var real = LimitedForum.address();
    var answers =
        IntStream.rangeClosed(0, PER_NETWORK)
            .mapToObj(i -> List.of(LimitedForum.address(), real))
            .map(lines -> limited.signIn(lines, Forum.unique("lines")))
            .toList();
    assertThat(answers).startsWith(401).endsWith(429);
  }

  @Test
  void theAddressesOfAnIpv6NetworkAreOnePlace() {
    var random = ThreadLocalRandom.current();
    var network = "2001:db8:%x:%x".formatted(random.nextInt(65_536), random.nextInt(65_536));
    isOnePlace(() -> network + "::%x".formatted(random.nextInt(1, 65_536)));
    var next = limited.from(network.replaceFirst("8:", "9:") + "::1");
    limited.signIn(next, Forum.unique("next")).expectProblem(401);
  }

  @Test
  void anIpv4AddressWrittenAsIpv6IsThatAddress() {
    var real = LimitedForum.address();
    var spellings = Stream.iterate(real, last -> last.equals(real) ? "::ffff:" + real : real);
    var next = spellings.iterator();
    isOnePlace(next::next);
    var another = limited.from("::ffff:" + LimitedForum.address());
    limited.signIn(another, Forum.unique("mapped")).expectProblem(401);
  }

  @Test
  void whoIsNoTrustedProxyCannotSayWhereTheyComeFrom() {
    var settings =
        Map.of(
            "PARLEY_LIMITS_ENABLED", "true",
            "PARLEY_LIMITS_RESET_PER_NETWORK", "2",
            "PARLEY_HTTP_TRUSTED_PROXIES", "");
    try (var alone = Forum.with(settings)) {
      var answers =
          IntStream.rangeClosed(0, 2)
              .mapToObj(
                  i ->
                      alone
                          .guest()
                          .header("x-forwarded-for", LimitedForum.address())
                          .post(
                              "/api/reset/send",
                              new JsonObject().put("email", Forum.unique("alone") + "@b.example"))
                          .status())
              .toList();
      assertThat(answers).endsWith(429);
    }
  }

  /** Asks once more than one address may, each time as another name. */
  private static void isOnePlace(Supplier<String> forwardedFor) {
    var answers =
        IntStream.rangeClosed(0, PER_NETWORK)
            .mapToObj(i -> limited.from(forwardedFor.get()))
            .map(client -> limited.signIn(client, Forum.unique("place")).status())
            .toList();
    assertThat(answers.subList(0, PER_NETWORK)).containsOnly(401);
    assertThat(answers.get(PER_NETWORK)).isEqualTo(429);
  }
}
