package parley.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import parley.Forum;
import parley.bus.ClientEvents;

/** A client that listens and does not read. */
class SlowReaderIT {

  /** More than the system's own buffers take, of both connections. */
  private static final int EVENTS = 800;

  private static final int EVENT_CHARS = 64 * 1024;

  private final Forum forum = Forum.shared();
  private final String address =
      "topic." + forum.member().topic("Watched", "By a slow reader").getLong("id");

  @Test
  void isCutOffInsteadOfFillingTheMemory() {
    assertCutOff(Forum::bridgePort);
  }

  @Test
  void isCutOffBehindThePublicPortToo() {
    assertCutOff(Forum::port);
  }

  private void assertCutOff(Function<Forum, Integer> port) {
    var options = BridgeClient.options(port.apply(forum));
    try (var slow = BridgeClient.open(forum.vertx(), options).listen(address);
        var quick = BridgeClient.guest(forum).listen(address)) {
      slow.socket().pause();
      for (var i = 0; i < EVENTS; i++) {
        publish(JsonObject.of("type", "test", "number", i, "text", "x".repeat(EVENT_CHARS)));
        assertThat(quick.event(address, "test").getInteger("number")).isEqualTo(i);
      }
      slow.socket().resume();
      slow.closeCode();
      assertThat(slow.untaken()).hasSizeLessThan(EVENTS);
    }
  }

  private void publish(JsonObject event) {
    new ClientEvents(forum.vertx().eventBus()).publish(address, event);
  }
}
