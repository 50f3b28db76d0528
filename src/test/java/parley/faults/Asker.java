package parley.faults;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Somebody who asks again until they get an answer, and notes every answer that must not be. */
final class Asker {

  /** A request, as it is sent each time. */
  @FunctionalInterface
  interface Request {
    HttpResponse<String> send() throws IOException;
  }

  /** Answers that mean "try again"; 409 is that of a request whose first one is still under way. */
  private static final Set<Integer> AGAIN = Set.of(503, 409);

  private static final long PAUSE_MS = 50;

  private final Ledger ledger;
  private final Forums forum;

  Asker(Ledger ledger, Forums forum) {
    this.ledger = ledger;
    this.forum = forum;
  }

  Forums forum() {
    return forum;
  }

  /** The body of the answer with this status. */
  JsonObject until(
      int wanted, String method, String path, @Nullable String key, @Nullable JsonObject body) {
    var answer =
        until(Set.of(wanted), method + " " + path, () -> forum.send(method, path, key, body));
    return new JsonObject(answer.body());
  }

  /** The answer that has one of these statuses. */
  HttpResponse<String> until(Set<Integer> wanted, String name, Request request) {
    while (true) {
      var answer = attempt(wanted, name, request);
      if (answer != null && wanted.contains(answer.statusCode())) {
        return answer;
      }
      if (Thread.interrupted()) {
        throw new IllegalStateException("interrupted");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
    }
  }

  /** The answer; null where the connection failed. */
  @Nullable HttpResponse<String> attempt(Set<Integer> wanted, String name, Request request) {
    try {
      var answer = request.send();
      var status = answer.statusCode();
      ledger.count("answers " + status);
      if (status >= 400 && !AGAIN.contains(status) && !wanted.contains(status)) {
        ledger.find(name + ": " + status + " " + answer.body());
      }
      if (status == 503 && answer.headers().firstValue("retry-after").isEmpty()) {
        ledger.find(name + ": 503 without Retry-After " + answer.body());
      }
      return answer;
    } catch (IOException e) {
      ledger.count("answers lost");
      return null;
    }
  }
}
