package parley.session;

import static io.vertx.redis.client.Command.DEL;
import static io.vertx.redis.client.Command.EVAL;
import static io.vertx.redis.client.Command.EXPIRE;
import static io.vertx.redis.client.Command.HGETALL;
import static io.vertx.redis.client.Command.HSET;
import static io.vertx.redis.client.Command.SADD;
import static io.vertx.redis.client.Command.SMEMBERS;
import static io.vertx.redis.client.Command.SREM;
import static parley.store.RedisStore.request;

import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.store.RedisStore;

/**
 * Sessions in Redis: a hash for each session, which expires by itself, and for each member a set of
 * session ids. The set may contain expired sessions; reading it removes them.
 */
final class SessionRepository {

  /** A session as stored. */
  record Stored(
      String id,
      long memberId,
      int passwordVersion,
      String device,
      Instant createdAt,
      Instant lastSeenAt) {}

  /** Must not create a session again that has just ended, as a hash with one field. */
  private static final String SET_WHERE_IT_LIVES =
      """
      if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HSET', KEYS[1], ARGV[1], ARGV[2]) end
      """;

  private final RedisStore redis;
  private final Duration lifetime;

  SessionRepository(RedisStore redis, Duration lifetime) {
    this.redis = redis;
    this.lifetime = lifetime;
  }

  Future<Void> add(Stored session) {
    return redis
        .batch(
            List.of(
                request(
                    HSET,
                    key(session.id()),
                    "member",
                    session.memberId(),
                    "passwordVersion",
                    session.passwordVersion(),
                    "device",
                    session.device(),
                    "createdAt",
                    session.createdAt().toEpochMilli(),
                    "lastSeenAt",
                    session.lastSeenAt().toEpochMilli()),
                request(EXPIRE, key(session.id()), lifetime.toSeconds()),
                request(SADD, ofMember(session.memberId()), session.id()),
                request(EXPIRE, ofMember(session.memberId()), lifetime.toSeconds())))
        .mapEmpty();
  }

  Future<Optional<Stored>> find(String id) {
    return redis.send(HGETALL, key(id)).map(hash -> stored(id, hash));
  }

  Future<List<Stored>> findOf(long memberId) {
    return redis
        .send(SMEMBERS, ofMember(memberId))
        .compose(
            response -> {
              var ids = response.stream().map(Response::toString).toList();
              return ids.isEmpty()
                  ? Future.succeededFuture(List.of())
                  : redis
                      .batch(ids.stream().map(id -> request(HGETALL, key(id))).toList())
                      .compose(hashes -> living(memberId, ids, hashes));
            });
  }

  private Future<List<Stored>> living(long memberId, List<String> ids, List<Response> hashes) {
    var living = new ArrayList<Stored>();
    var expired = new ArrayList<String>();
    for (var i = 0; i < ids.size(); i++) {
      var id = ids.get(i);
      stored(id, hashes.get(i)).ifPresentOrElse(living::add, () -> expired.add(id));
    }
    return remove(memberId, expired).map(done -> living);
  }

  Future<Void> seen(String id, Instant at) {
    return redis.batch(List.of(change(id, "lastSeenAt", at.toEpochMilli()))).mapEmpty();
  }

  Future<Void> setPasswordVersion(String id, int version) {
    return redis.batch(List.of(change(id, "passwordVersion", version))).mapEmpty();
  }

  private static Request change(String id, String field, Object value) {
    return request(EVAL, SET_WHERE_IT_LIVES, 1, key(id), field, value);
  }

  Future<Void> remove(long memberId, Collection<String> ids) {
    if (ids.isEmpty()) {
      return Future.succeededFuture();
    }
    var names = Stream.concat(Stream.of(ofMember(memberId)), ids.stream()).toArray();
    var keys = ids.stream().map(SessionRepository::key).toArray();
    return redis.batch(List.of(request(DEL, keys), request(SREM, names))).mapEmpty();
  }

  /** A hash with missing fields is not a session. */
  private static Optional<Stored> stored(String id, Response hash) {
    if (hash == null || hash.get("member") == null || hash.get("createdAt") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Stored(
            id,
            hash.get("member").toLong(),
            hash.get("passwordVersion").toInteger(),
            hash.get("device").toString(),
            Instant.ofEpochMilli(hash.get("createdAt").toLong()),
            Instant.ofEpochMilli(hash.get("lastSeenAt").toLong())));
  }

  private static String key(String id) {
    return "parley:session:" + id;
  }

  private static String ofMember(long memberId) {
    return "parley:sessions:" + memberId;
  }
}
