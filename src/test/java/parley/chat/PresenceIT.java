package parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.Forum;
import parley.bridge.BridgeClient;
import parley.session.Presence;

class PresenceIT {

  private static Forum forum;

  @BeforeAll
  static void start() {
    forum = Forum.with(Map.of("PARLEY_BRIDGE_OFFLINE_SECONDS", "0"));
  }

  @AfterAll
  static void stop() {
    forum.close();
  }

  @Test
  void aMemberIsOnlineWhileAnyOfTheirConnectionsLives() {
    var chat = Conversation.in(forum);
    try (var ben = BridgeClient.of(forum, chat.ben()).listen(chat.address())) {
      assertThat(annIsOnline(chat)).isFalse();
      var first = BridgeClient.of(forum, chat.ann()).listen(chat.address());
      var second = BridgeClient.of(forum, chat.ann()).listen(chat.address());
      ben.next(frame -> presence(chat, true).equals(frame.getJsonObject("body")));
      assertThat(annIsOnline(chat)).isTrue();

      first.hangUp();
      second.send("chat.typing", chat.room());
      ben.event(chat.address(), "typing");
      assertThat(annIsOnline(chat)).isTrue();
      var gone = presence(chat, false);
      assertThat(ben.untaken()).noneMatch(frame -> gone.equals(frame.getJsonObject("body")));

      second.hangUp();
      ben.next(frame -> gone.equals(frame.getJsonObject("body")));
      assertThat(annIsOnline(chat)).isFalse();
    }
  }

  @Test
  void aRequestOverHttpMakesNobodyOnline() {
    var chat = Conversation.in(forum);
    chat.ann().post("/api/user").expect(200);
    assertThat(annIsOnline(chat)).isFalse();
  }

  @Test
  void whoeverSignsOutIsOffline() {
    var chat = Conversation.in(forum);
    try (var ann = BridgeClient.of(forum, chat.ann()).listen(chat.address())) {
      await().until(() -> annIsOnline(chat));
      chat.ann().post("/api/logout").expect(204);
      await().until(() -> !annIsOnline(chat));
      assertThat(ann.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void theGhostsOfAKilledProcessGoByThemselves() {
    var memberId = forum.member().id();
    var now = Instant.now();
    var killed = new Presence(forum.redis(), at(now));
    assertThat(killed.enter(memberId).await()).as("is news").isTrue();

    var soon = new Presence(forum.redis(), at(now.plus(Presence.HOLDS).minusMillis(1)));
    assertThat(soon.online(List.of(memberId)).await()).containsExactly(memberId);
    var later = new Presence(forum.redis(), at(now.plus(Presence.HOLDS).plusMillis(1)));
    assertThat(later.online(List.of(memberId)).await()).isEmpty();
    assertThat(later.enter(memberId).await()).as("is news again").isTrue();
  }

  @Test
  void whoeverAKilledProcessLeavesIsToldToHaveGoneOnce() {
    // the other forums of the tests look too, and tell their own clients alone
    var redis = Map.of("PARLEY_REDIS_URL", forum.redisUri() + "/1");
    try (var alone = Forum.with(redis)) {
      var chat = Conversation.in(alone);
      try (var ben = BridgeClient.of(alone, chat.ben()).listen(chat.address())) {
        var before = Clock.offset(Clock.systemUTC(), Presence.HOLDS.negated());
        new Presence(alone.redis(), before).enter(chat.ann().id()).await();
        var gone = presence(chat, false);
        ben.next(frame -> gone.equals(frame.getJsonObject("body")));

        assertThat(new Presence(alone.redis(), Clock.systemUTC()).abandoned().await()).isEmpty();
        ben.send("chat.typing", chat.room());
        assertThat(ben.untaken()).noneMatch(frame -> gone.equals(frame.getJsonObject("body")));
      }
    }
  }

  @Test
  void whoeverWasTakenForGoneIsBackWithTheNextWord() {
    var known = forum.member().id();
    var missing = forum.member().id();
    var presence = new Presence(forum.redis(), Clock.systemUTC());
    presence.enter(known).await();
    assertThat(presence.stay(List.of(known, missing)).await()).containsExactly(missing);
    assertThat(presence.stay(List.of(known, missing)).await()).isEmpty();
  }

  @Test
  void amongSeveralProcessesTheFirstConnectionAndTheLastAreNews() {
    var memberId = forum.member().id();
    var clock = at(Instant.now());
    var one = new Presence(forum.redis(), clock);
    var other = new Presence(forum.redis(), clock);
    assertThat(one.enter(memberId).await()).isTrue();
    assertThat(other.enter(memberId).await()).isFalse();
    assertThat(one.leave(memberId).await()).isFalse();
    assertThat(one.online(List.of(memberId)).await()).containsExactly(memberId);
    assertThat(other.leave(memberId).await()).isTrue();
    assertThat(one.online(List.of(memberId)).await()).isEmpty();
  }

  @Test
  void whoeverStaysIsOnlineForAnotherWhile() {
    var memberId = forum.member().id();
    var now = Instant.now();
    var clock = new MovableClock(now);
    var presence = new Presence(forum.redis(), clock);
    presence.enter(memberId).await();
    clock.move(Presence.HOLDS.minusSeconds(1));
    presence.stay(List.of(memberId)).await();
    clock.move(Presence.HOLDS.minusSeconds(1));
    assertThat(presence.online(List.of(memberId)).await()).containsExactly(memberId);
  }

  private static boolean annIsOnline(Conversation chat) {
    return chat.ben().post("/api/chat/contacts").items().get(0).getBoolean("online");
  }

  private static JsonObject presence(Conversation chat, boolean online) {
    return JsonObject.of("type", "presence", "userId", chat.ann().id(), "online", online);
  }

  private static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }

  private static final class MovableClock extends Clock {

    private Instant now;

    MovableClock(Instant now) {
      this.now = now;
    }

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
