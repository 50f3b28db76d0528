package parley.chat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * Says the numbers from 1 on, several ahead of the answers, and says again what nobody answered.
 */
final class Writer extends Reconnecting {

  private static final int AHEAD = 16;

  private record Said(int number, UUID clientId) {}

  private final String roomId;
  private final int last;
  private final Deque<Said> unanswered = new ArrayDeque<>();
  private int next = 1;
  private volatile int answered;
  private volatile JsonObject refusal;

  Writer(Vertx vertx, int port, String token, String roomId, int last) {
    super(vertx, port, token);
    this.roomId = roomId;
    this.last = last;
  }

  int answered() {
    if (refusal != null) {
      throw new IllegalStateException(refusal.encode());
    }
    return answered;
  }

  @Override
  void opened() {
    unanswered.forEach(this::say);
    sayMore();
  }

  private void sayMore() {
    while (unanswered.size() < AHEAD && next <= last) {
      var said = new Said(next++, UUID.randomUUID());
      unanswered.add(said);
      say(said);
    }
  }

  private void say(Said said) {
    var body =
        JsonObject.of(
            "roomId", roomId,
            "content", Integer.toString(said.number()),
            "clientId", said.clientId().toString());
    send(
        JsonObject.of(
            "type",
            "send",
            "address",
            "chat.send",
            "replyAddress",
            said.clientId().toString(),
            "body",
            body));
  }

  @Override
  void received(JsonObject frame) {
    var first = unanswered.peek();
    if (!"rec".equals(frame.getString("type"))
        || first == null
        || !first.clientId().toString().equals(frame.getString("address"))) {
      refusal = frame; // answers come in order, so anything else is wrong
      return;
    }
    unanswered.remove();
    answered++;
    sayMore();
  }
}
