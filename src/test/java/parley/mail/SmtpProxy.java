package parley.mail;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A line to an SMTP server that can be disturbed. One who sends without pipelining is assumed. */
final class SmtpProxy implements AutoCloseable {

  /** What happens on the line. */
  enum Mood {
    GOOD,
    /** Connections are taken and nothing is said. */
    HANGING,
    /** The greeting is a permanent refusal. */
    REFUSING,
    /** The connection ends in the middle of a mail. */
    CUTTING,
    /** A mail is passed on, but the answer to it gets lost. */
    FORGETTING,
    /** Whatever the server says comes late. */
    SLOW
  }

  private static final int SLOWNESS_MS = 50;

  private final Vertx vertx = Vertx.vertx();
  private final int target;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private volatile Mood mood = Mood.GOOD;
  private volatile int slownessMs = SLOWNESS_MS;
  private NetServer server;
  private int port;

  SmtpProxy(int target) {
    this.target = target;
    listen();
  }

  private void listen() {
    server = vertx.createNetServer(new NetServerOptions().setReuseAddress(true));
    server.connectHandler(this::accept).listen(port, "127.0.0.1").await();
    port = server.actualPort();
  }

  int port() {
    return port;
  }

  void mood(Mood next) {
    mood = next;
  }

  void slow(int milliseconds) {
    slownessMs = milliseconds;
    mood = Mood.SLOW;
  }

  /** Answers this to a recipient whose address holds the words; null to ask the server again. */
  void answer(String recipient, String reply) {
    if (reply == null) {
      answers.remove(recipient);
    } else {
      answers.put(recipient, reply);
    }
  }

  void down() {
    server.close().await();
  }

  void up() {
    listen();
  }

  private void accept(NetSocket client) {
    switch (mood) {
      case HANGING -> client.handler(ignored -> {});
      case REFUSING ->
          client.write("554 no mail service here\r\n").onComplete(ok -> client.close());
      default -> connect(client);
    }
  }

  private void connect(NetSocket client) {
    client.pause();
    vertx
        .createNetClient()
        .connect(target, "127.0.0.1")
        .onSuccess(
            behind -> {
              new Line(client, behind).join();
              client.resume();
            })
        .onFailure(e -> client.close());
  }

  private final class Line {
    private final NetSocket client;
    private final NetSocket behind;
    private boolean inData;
    private boolean answerGetsLost;

    Line(NetSocket client, NetSocket behind) {
      this.client = client;
      this.behind = behind;
    }

    void join() {
      client.handler(this::said).closeHandler(closed -> behind.close());
      behind.handler(this::answered).closeHandler(closed -> client.close());
    }

    private void said(Buffer bytes) {
      var words = bytes.toString();
      if (mood == Mood.HANGING) {
        return;
      }
      if (inData && mood == Mood.CUTTING) {
        client.close();
        behind.close();
        return;
      }
      if (words.startsWith("RCPT TO:")) {
        var reply = answers.keySet().stream().filter(words::contains).findFirst();
        if (reply.isPresent()) {
          client.write(answers.get(reply.get()) + "\r\n");
          return;
        }
      }
      inData =
          words.equals("DATA\r\n")
              || inData && !words.endsWith("\r\n.\r\n") && !words.equals(".\r\n");
      answerGetsLost = mood == Mood.FORGETTING && words.endsWith(".\r\n") && !inData;
      behind.write(bytes);
    }

    private void answered(Buffer bytes) {
      if (answerGetsLost) {
        client.close();
      } else if (mood == Mood.SLOW) {
        vertx.setTimer(slownessMs, late -> client.write(bytes));
      } else {
        client.write(bytes);
      }
    }
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
