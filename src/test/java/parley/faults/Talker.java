package parley.faults;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import parley.faults.Ledger.Entry;

/** Says one message after the other in a room, and repeats each until it is acknowledged. */
final class Talker implements Runnable {

  private static final int UNAVAILABLE = 503;
  private static final long PAUSE_MS = 50;
  private static final long ANSWER_MS = 10_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
  private final Ledger ledger;
  private final int port;
  private final String token;
  private final String room;
  private final BooleanSupplier stopping;
  private WebSocket socket;

  Talker(Ledger ledger, int port, String token, String room, BooleanSupplier stopping) {
    this.ledger = ledger;
    this.port = port;
    this.token = token;
    this.room = room;
    this.stopping = stopping;
  }

  @Override
  public void run() {
    try {
      while (!stopping.getAsBoolean()) {
        say(UUID.randomUUID().toString());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hangUp();
    }
  }

  private void say(String clientId) throws InterruptedException {
    while (true) {
      var answer = ask(clientId);
      if (answer != null && "rec".equals(answer.getString("type"))) {
        var id = answer.getJsonObject("body").getLong("id");
        ledger.count("messages");
        ledger.acknowledge(new Entry(Kept.MESSAGE, clientId, id, clientId + " said"));
        return;
      }
      if (answer != null && answer.getInteger("failureCode", 0) != UNAVAILABLE) {
        ledger.find("chat.send: " + answer.encode());
      }
      ledger.count(answer == null ? "messages without an answer" : "messages refused");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
    }
  }

  private JsonObject ask(String clientId) throws InterruptedException {
    try {
      if (socket == null || socket.isInputClosed()) {
        frames.clear();
        socket =
            http.newWebSocketBuilder()
                .buildAsync(
                    URI.create("ws://127.0.0.1:" + port + "/eventbus/websocket"), new Listener())
                .get(ANSWER_MS, TimeUnit.MILLISECONDS);
      }
      var body = JsonObject.of("roomId", room, "content", clientId + " said", "clientId", clientId);
      var frame =
          JsonObject.of("type", "send", "address", "chat.send", "replyAddress", clientId)
              .put("headers", JsonObject.of("token", token))
              .put("body", body);
      socket.sendText(frame.encode(), true).get(ANSWER_MS, TimeUnit.MILLISECONDS);
      return answer(clientId);
    } catch (ExecutionException | TimeoutException e) {
      hangUp();
      return null;
    }
  }

  /** Its answer; null where none comes, after which the connection is not used again. */
  private JsonObject answer(String clientId) throws InterruptedException {
    var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_MS);
    while (System.nanoTime() < until && !socket.isInputClosed()) {
      var frame = frames.poll(PAUSE_MS, TimeUnit.MILLISECONDS);
      if (frame != null && clientId.equals(frame.getString("address"))) {
        return frame;
      }
    }
    hangUp();
    return null;
  }

  private void hangUp() {
    if (socket != null) {
      socket.abort();
      socket = null;
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        frames.add(new JsonObject(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
