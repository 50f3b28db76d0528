package parley.http;

import static io.vertx.redis.client.Command.DEL;
import static io.vertx.redis.client.Command.GET;
import static io.vertx.redis.client.Command.SET;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.store.RedisStore;
import parley.text.Digests;

/**
 * Lets a client repeat a request without executing it twice: the first answer for a key is kept in
 * Redis for 24 hours and returned again; while the first request is in progress, a second one gets
 * 409. A key belongs to the member, or to a guest's IP address. A refusal is not kept.
 *
 * <p>It is not a guarantee: if a process is killed between the commit and the storage of its
 * answer, or a full Redis evicts the answer early, a repeated request is executed again.
 *
 * <p>The key itself is not stored in Redis. It is part of the request's digest, so that nobody can
 * test guesses against a digest, such as registrations with guessed passwords.
 */
public final class Idempotency {

  private static final Logger log = LoggerFactory.getLogger(Idempotency.class);

  private static final Duration KEPT = Duration.ofHours(24);

  /** How long a request that did not end, because its process was killed, keeps its key. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(30);

  private final RedisStore redis;

  public Idempotency(RedisStore redis) {
    this.redis = redis;
  }

  Future<Answer> once(RoutingContext ctx, Function<RoutingContext, Future<Answer>> operation) {
    var header = ctx.request().getHeader("idempotency-key");
    if (header == null) {
      return Operations.call(operation, ctx);
    }
    var key = key(ctx, header);
    var fingerprint = fingerprint(ctx, header);
    var claim = new JsonObject().put("fingerprint", fingerprint);
    return redis
        .send(SET, key, claim.encode(), "NX", "EX", UNDER_WAY.toSeconds())
        .compose(
            claimed ->
                claimed == null
                    ? redis.send(GET, key).compose(kept -> again(kept, fingerprint))
                    : first(ctx, operation, key, claim));
  }

  private Future<Answer> first(
      RoutingContext ctx,
      Function<RoutingContext, Future<Answer>> operation,
      String key,
      JsonObject claim) {
    return Operations.call(operation, ctx)
        .transform(
            result ->
                result.succeeded()
                    ? keep(result.result(), key, claim)
                    : redis
                        .send(DEL, key)
                        .transform(deleted -> Future.failedFuture(result.cause())));
  }

  /** The request was executed, so the client gets its answer even if it cannot be kept. */
  private Future<Answer> keep(Answer answer, String key, JsonObject claim) {
    var body = Answers.encode(answer.body());
    claim.put("status", answer.status()).put("body", body.toString()).put("token", answer.token());
    return redis
        .send(SET, key, claim.encode(), "EX", KEPT.toSeconds())
        .onFailure(failure -> log.warn("The answer to an idempotency key was not kept", failure))
        .transform(
            kept ->
                Future.succeededFuture(
                    new Answer(answer.status(), body, answer.token(), answer.location())));
  }

  private static Future<Answer> again(Response kept, String fingerprint) {
    if (kept == null) {
      return Future.failedFuture(underWay()); // it has just been refused
    }
    var first = new JsonObject(kept.toString());
    if (!fingerprint.equals(first.getString("fingerprint"))) {
      return Future.failedFuture(
          ForumException.invalid(
              "Idempotency-Key", "reused", "This key was used for another request."));
    }
    return first.containsKey("status")
        ? Future.succeededFuture(
            new Answer(
                first.getInteger("status"),
                Buffer.buffer(first.getString("body")),
                first.getString("token"),
                null))
        : Future.failedFuture(underWay());
  }

  private static ForumException underWay() {
    return ForumException.of(
        Kind.CONFLICT, "The same request is in progress. Please try again in a moment.");
  }

  private static String key(RoutingContext ctx, String header) {
    var owner =
        Caller.find(ctx)
            .map(caller -> Long.toString(caller.member().id()))
            .orElseGet(() -> Caller.address(ctx));
    return "parley:idempotency:" + digest(Buffer.buffer(owner + " " + normal(header)));
  }

  private static String fingerprint(RoutingContext ctx, String header) {
    var start = normal(header) + " " + ctx.request().path() + " ";
    return digest(Buffer.buffer(start).appendBuffer(ctx.body().buffer()));
  }

  private static String normal(String header) {
    return header.toLowerCase(Locale.ROOT);
  }

  private static String digest(Buffer bytes) {
    return HexFormat.of().formatHex(Digests.sha256(bytes.getBytes()));
  }
}
