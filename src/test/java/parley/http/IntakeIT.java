package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.Client;
import parley.Forum;

/** What is cut off, and what is not, on a forum with small limits and short deadlines. */
@Execution(ExecutionMode.SAME_THREAD) // its tests share a few connections
class IntakeIT {

  private static final int CONNECTIONS = 30;

  private static Forum forum;

  enum Listener {
    PUBLIC("/api/site", "/api/token"),
    BRIDGE("/eventbus/info", "/eventbus/1/intake/xhr");

    private final String page;
    private final String taking;

    Listener(String page, String taking) {
      this.page = page;
      this.taking = taking;
    }

    int port() {
      return this == PUBLIC ? forum.port() : forum.bridgePort();
    }
  }

  @BeforeAll
  static void start() {
    forum =
        Forum.with(
            Map.of(
                "PARLEY_MYSQL_POOL_SIZE", "4", // the tests' database has few connections
                "PARLEY_INTAKE_CONNECTIONS", Integer.toString(CONNECTIONS),
                "PARLEY_INTAKE_CONNECTIONS_PER_NETWORK", "5",
                "PARLEY_INTAKE_HEADER_SECONDS", "1",
                "PARLEY_INTAKE_BODY_SECONDS", "2",
                "PARLEY_INTAKE_BODY_BYTES_PER_SECOND", "1000",
                "PARLEY_INTAKE_BYTES", Integer.toString(4 << 20)));
  }

  @AfterAll
  static void stop() {
    forum.close();
  }

  @ParameterizedTest
  @EnumSource
  void aHeaderThatDoesNotEndIsCutOff(Listener listener) {
    try (var wire = Wire.to(listener.port())) {
      assertLate(wire.send("GET " + listener.page + " HTTP/1.1\r\nX-Half: ").read());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHeaderThatDripsIsCutOffToo(Listener listener) {
    try (var wire = Wire.to(listener.port())) {
      var drip = new Drip(wire, "GET " + listener.page + " HTTP/1.1\r\nX-Slow: " + "a".repeat(500));
      assertLate(wire.read());
      drip.stop();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theHeaderOfAFurtherRequestHasADeadlineToo(Listener listener) {
    try (var wire = Wire.to(listener.port())) {
      wire.send("GET " + listener.page + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(wire.readLine()).isEqualTo("HTTP/1.1 200 OK");
      for (var line = "."; !line.isEmpty(); ) {
        line = wire.readLine();
      }
      assertThat(wire.send("GET / HTTP/1.1\r\nX-Half: ").readAll()).contains("HTTP/1.1 408 ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBodyThatDoesNotComeIsCutOff(Listener listener) {
    try (var wire = Wire.to(listener.port())) {
      assertLate(wire.send(head(listener.taking, 1000)).send("{\"tok").read());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBodyThatDripsIsCutOffToo(Listener listener) {
    try (var wire = Wire.to(listener.port())) {
      wire.send(head(listener.taking, 1000));
      var drip = new Drip(wire, "{\"token\":\"" + "a".repeat(900));
      assertLate(wire.read());
      drip.stop();
    }
  }

  @Test
  void aBodyThatComesFastEnoughMayTakeLonger() throws InterruptedException {
    var member = forum.member();
    var content = "word ".repeat(2_000);
    var body = "{\"title\":\"Slow\",\"content\":\"" + content + "\",\"boardId\":1}";
    try (var wire = Wire.to(forum.port())) {
      wire.send(
          "POST /api/topic/add HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Content-Type: application/json\r\nAuthorization: Bearer "
              + member.token()
              + "\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n");
      for (var sent = 0; sent < body.length(); sent += 2_000) {
        wire.send(body.substring(sent, Math.min(body.length(), sent + 2_000)));
        Thread.sleep(700); // more than two seconds in all, at more than 1,000 bytes a second
      }
      assertThat(wire.read().status()).isEqualTo(201);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkHasSoManyConnections(Listener listener) {
    var open = new ArrayList<Wire>();
    for (var i = 0; i < 5; i++) {
      open.add(Wire.from("127.0.9." + (listener.ordinal() + 1), listener.port()));
    }
    try (var one = Wire.from("127.0.9." + (listener.ordinal() + 1), listener.port())) {
      assertThat(one.read().status()).isEqualTo(503);
    }
    open.get(0).close();
    await()
        .ignoreExceptions()
        .until(
            () -> {
              try (var again = Wire.from("127.0.9." + (listener.ordinal() + 1), listener.port())) {
                again.send(
                    "GET " + listener.page + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
                return again.read().status() == 200;
              }
            });
    open.forEach(Wire::close);
  }

  @Test
  void whoHasNotAskedYetGivesWayToWhoDoes() {
    var silent = new ArrayList<Wire>();
    for (var i = 0; i < 2 * CONNECTIONS; i++) {
      silent.add(Wire.to(forum.port()).send("GET / HTTP/1.1\r\nX-Half: "));
    }
    forum.guest().get("/api/site").expect(200);
    assertThat(silent.get(0).read().status()).isIn(0, 503);
    silent.forEach(Wire::close);
    await().untilAsserted(() -> forum.guest().get("/api/site").expect(200));
  }

  /** As an attacker without an account would: bodies that never end, of one network. */
  @Test
  void aNetworkOfGuestsCannotUseUpWhatOthersNeed() {
    var member = forum.member();
    var open = new ArrayList<Wire>();
    for (var i = 0; i < CONNECTIONS - 8; i++) {
      open.add(Wire.to(forum.port()).send(unfinishedSignIn("198.18.77.1")));
    }
    await().until(() -> forum.heldBytes() > 100_000);
    assertThat(open.get(open.size() - 1).read().status()).isEqualTo(503);
    member.topic("In spite of them", "It is taken.");
    forum.guest().header("x-forwarded-for", "198.18.77.2").register(Forum.unique("other"));
    open.forEach(Wire::close);
    await().untilAsserted(() -> assertThat(forum.heldBytes()).isZero());
  }

  private static String unfinishedSignIn(String forwardedFor) {
    return "POST /api/login HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: "
        + forwardedFor
        + "\r\nContent-Type: application/json\r\nContent-Length: 8000\r\n\r\n{\"username\":\""
        + "a".repeat(7_900);
  }

  @Test
  void whatIsHeldIsGivenBack() {
    Client guest = forum.guest();
    for (var i = 0; i < 20; i++) {
      guest.send(
          HttpMethod.POST,
          "/api/token",
          Buffer.buffer("{\"token\":\"" + "a".repeat(1_000) + "\"}"));
    }
    await().untilAsserted(() -> assertThat(forum.heldBytes()).isZero());
  }

  private static void assertLate(Wire.Answer answer) {
    assertThat(answer.status()).isEqualTo(408);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.header("content-security-policy")).isNotNull();
    assertThat(answer.body()).contains("\"status\":408");
  }

  private static String head(String path, int length) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  /** Sends a byte now and then, until it is stopped or refused. */
  private static final class Drip {
    private final Thread thread;

    Drip(Wire wire, String text) {
      thread =
          new Thread(
              () -> {
                try {
                  for (var letter : List.of(text.split(""))) {
                    wire.send(letter);
                    Thread.sleep(50);
                  }
                } catch (InterruptedException | UncheckedIOException over) {
                  Thread.currentThread().interrupt();
                }
              },
              "a drip");
      thread.start();
    }

    void stop() {
      thread.interrupt();
    }
  }
}
